"use client";
import { Checkbox } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import styles from "./data-table.module.css";
import { columnWidth, type DataColumn, isFigure } from "./table-types";
import type { PinnedStyle, TableModel } from "./use-table-model";

type Props = {
  table: TableModel;
  columns: readonly DataColumn[];
  selectable: boolean;
  pinned: ReadonlyMap<string, PinnedStyle>;
};

/** The heads: a click sorts, and says so to screen readers. */
export function TableHead({ table, columns, selectable, pinned }: Props) {
  const t = useTranslations("grid.table");
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {selectable ? (
            <th scope="col" className={styles.select} data-pinned style={pinned.get("")}>
              <Checkbox
                size="xs"
                aria-label={t("select_page")}
                checked={table.getIsAllRowsSelected()}
                indeterminate={table.getIsSomeRowsSelected()}
                onChange={table.getToggleAllRowsSelectedHandler()}
              />
            </th>
          ) : null}
          {group.headers.map((header, index) => {
            const column = columns[index];
            if (!column) return null;
            const sorted = header.column.getIsSorted();
            return (
              <th
                key={header.id}
                scope="col"
                data-figure={isFigure(column) || undefined}
                data-pinned={pinned.has(column.key) || undefined}
                aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
                style={{ minWidth: columnWidth(column), ...pinned.get(column.key) }}
              >
                {header.column.getCanSort() ? (
                  <button
                    type="button"
                    className={styles.sort}
                    title={t("sort_by", { column: column.header })}
                    onClick={header.column.getToggleSortingHandler()}
                  >
                    <table.FlexRender header={header} />
                    <SortMark sorted={sorted} />
                  </button>
                ) : (
                  <table.FlexRender header={header} />
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

function SortMark({ sorted }: { sorted: false | "asc" | "desc" }) {
  const Icon = sorted === "asc" ? IconArrowUp : sorted === "desc" ? IconArrowDown : IconSelector;
  return <Icon size={14} aria-hidden="true" className={sorted ? undefined : styles.quiet} />;
}
