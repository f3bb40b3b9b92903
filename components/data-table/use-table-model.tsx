"use client";
import {
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { type CSSProperties, useMemo, useState } from "react";
import type { ListRow, ListSort } from "@/lib/core/list-state";
import { DataCell } from "./data-cell";
import { columnWidth, type DataColumn, isFigure } from "./table-types";

const features = tableFeatures({ rowSortingFeature, rowSelectionFeature });
const helper = createColumnHelper<typeof features, ListRow>();

type Options = {
  columns: readonly DataColumn[];
  rows: readonly ListRow[];
  sort: ListSort;
  selectable: boolean;
  onSort: (sort: ListSort) => void;
};

/** The table model: the server sorts and pages, the model knows what is shown and what is selected. */
export function useTableModel({ columns, rows, sort, selectable, onSort }: Options) {
  const [chosen, setChosen] = useState<RowSelectionState>({});
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(() => helper.columns(columns.map(definitionOf)), [columns]);
  const sorting = useMemo(() => [{ id: sort.key, desc: sort.direction === "desc" }], [sort]);
  // A row that is gone after a refresh is not selected any more.
  const rowSelection = useMemo(() => stillThere(chosen, rows), [chosen, rows]);

  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    enableRowSelection: selectable,
    state: { sorting, rowSelection },
    onSortingChange: (updater: Updater<SortingState>) => {
      const [first] = typeof updater === "function" ? updater(sorting) : updater;
      if (first) onSort({ key: first.id, direction: first.desc ? "desc" : "asc" });
    },
    onRowSelectionChange: (updater: Updater<RowSelectionState>) =>
      setChosen((old) =>
        typeof updater === "function" ? updater(stillThere(old, rows)) : updater,
      ),
  });
  const selected = useMemo(() => rows.filter(({ id }) => rowSelection[id]), [rows, rowSelection]);
  return { table, selected, clear: () => setChosen({}) };
}

export type TableModel = ReturnType<typeof useTableModel>["table"];

function definitionOf(column: DataColumn) {
  return helper.accessor((row) => row[column.key] ?? null, {
    id: column.key,
    header: column.header,
    enableSorting: column.sortable ?? false,
    // The latest and the largest are what people look for first.
    sortDescFirst: isFigure(column) || column.kind === "date" || column.kind === "instant",
    cell: ({ row }) => <DataCell column={column} row={row.original} />,
  });
}

function stillThere(selection: RowSelectionState, rows: readonly ListRow[]): RowSelectionState {
  return Object.fromEntries(rows.flatMap(({ id }) => (selection[id] ? [[id, true as const]] : [])));
}

const SELECT_WIDTH = 40;

/** Variables, so that the cards of a phone can do without them. */
export type PinnedStyle = CSSProperties & { "--pinned-left": string; "--pinned-width": string };

/** Where pinned columns stick, by key; "" is the select column. A pinned column keeps its width. */
export function pinnedPlaces(columns: readonly DataColumn[], selectable: boolean) {
  const places = new Map<string, PinnedStyle>();
  let left = 0;
  const pin = (key: string, width: number) => {
    places.set(key, { "--pinned-left": `${left}px`, "--pinned-width": `${width}px` });
    left += width;
  };
  if (selectable) pin("", SELECT_WIDTH);
  for (const column of columns) {
    if (!column.pinned) break;
    pin(column.key, columnWidth(column));
  }
  return places;
}
