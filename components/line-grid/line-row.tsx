"use client";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type Dispatch, memo } from "react";
import type { GridAction } from "./grid-reducer";
import type { CellIssue, GridColumn, GridRow } from "./grid-types";
import { LineCell } from "./line-cell";
import styles from "./line-grid.module.css";
import { LineIssues } from "./line-issues";

type Props = {
  row: GridRow;
  index: number;
  columns: readonly GridColumn[];
  readOnly: boolean;
  /** The one cell of the grid that Tab enters, when it is in this row. */
  tabKey: string | null;
  isActive: boolean;
  issues: Readonly<Record<string, CellIssue>> | undefined;
  dispatch: Dispatch<GridAction>;
};

/** One line. Drawn again only when the row itself changes: 300 lines stay as fast as three. */
export const LineRow = memo(function LineRow({
  row,
  index,
  columns,
  readOnly,
  tabKey,
  isActive,
  issues,
  dispatch,
}: Props) {
  const t = useTranslations("grid.lines");
  return (
    <tr data-active={isActive || undefined} aria-rowindex={index + 2}>
      <th scope="row" className={styles.number} data-removable={!readOnly || undefined}>
        <span>{index + 1}</span>
        {readOnly ? null : (
          <button
            type="button"
            tabIndex={-1}
            className={styles.remove}
            aria-label={t("remove_row", { row: index + 1 })}
            onClick={() => dispatch({ type: "remove", rowId: row.id })}
          >
            <IconX size={14} aria-hidden="true" />
          </button>
        )}
      </th>
      {columns.map((column) => (
        <LineCell
          key={column.key}
          column={column}
          row={row}
          name={t("cell", { row: index + 1, column: column.header })}
          readOnly={readOnly}
          isTabStop={tabKey === column.key}
          isActive={isActive}
          issue={issues?.[column.key]}
          dispatch={dispatch}
        />
      ))}
      {issues && Object.keys(issues).length > 0 ? (
        <LineIssues row={row} columns={columns} issues={issues} />
      ) : null}
    </tr>
  );
});
