"use client";
import { Checkbox } from "@mantine/core";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type MouseEvent, useRef } from "react";
import type { ListRow } from "@/lib/core/list-state";
import styles from "./data-table.module.css";
import { type DataColumn, isFigure, rowAddress } from "./table-types";
import { useReturnToRow, useRowKeys } from "./use-row-keys";
import type { PinnedStyle, TableModel } from "./use-table-model";

type Props = {
  table: TableModel;
  columns: readonly DataColumn[];
  selectable: boolean;
  pinned: ReadonlyMap<string, PinnedStyle>;
  rowHref: string | null;
};

/** The rows: a click or Enter opens one, the space bar or the box selects it. */
export function TableBody({ table, columns, selectable, pinned, rowHref }: Props) {
  const t = useTranslations("grid.table");
  const router = useRouter();
  const { rows } = table.getRowModel();
  const body = useRef<HTMLTableSectionElement>(null);
  const remember = useReturnToRow(body);
  const open = (row: ListRow | undefined) => {
    if (!rowHref || !row) return;
    remember(row.id);
    router.push(rowAddress(rowHref, row) as Route);
  };
  const keys = useRowKeys({
    body,
    count: rows.length,
    onOpen: (index) => open(rows[index]?.original),
    onToggle: (index) => (selectable ? rows[index]?.toggleSelected() : undefined),
  });
  const headline = columns.find(({ priority }) => priority === 1) ?? columns[0];

  return (
    <tbody ref={body} onKeyDown={keys.onKeyDown}>
      {rows.map((row, index) => (
        <tr
          key={row.id}
          data-id={row.id}
          data-selected={row.getIsSelected() || undefined}
          data-opens={rowHref !== null || undefined}
          tabIndex={index === keys.current ? 0 : -1}
          aria-selected={selectable ? row.getIsSelected() : undefined}
          onFocus={() => keys.setCurrent(index)}
          onClick={(event) => (isForTheRow(event) ? open(row.original) : remember(row.id))}
        >
          {selectable ? (
            <td className={styles.select} data-pinned style={pinned.get("")}>
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={t("select_row", {
                  name: String(row.original[headline?.key ?? "id"] ?? index + 1),
                })}
                checked={row.getIsSelected()}
                onChange={row.getToggleSelectedHandler()}
              />
            </td>
          ) : null}
          {row.getAllCells().map((cell, place) => {
            const column = columns[place];
            if (!column) return null;
            return (
              <td
                key={cell.id}
                data-kind={column.kind}
                data-label={column.header}
                data-priority={column.priority ?? 2}
                data-figure={isFigure(column) || undefined}
                data-pinned={pinned.has(column.key) || undefined}
                data-empty={isEmpty(row.original[column.key]) || undefined}
                style={pinned.get(column.key)}
              >
                <table.FlexRender cell={cell} />
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

/** A click on a link, a box or a button is theirs, and marking text is no click. */
function isForTheRow(event: MouseEvent<HTMLElement>): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest("a, button, input, label")) return false;
  return (window.getSelection()?.toString() ?? "") === "";
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}
