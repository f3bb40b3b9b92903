import { type Dispatch, useId } from "react";
import type { CellInputProps } from "./cell-input-props";
import type { GridAction } from "./grid-reducer";
import { cellText, type GridColumn, type GridRow } from "./grid-types";
import styles from "./line-grid.module.css";

type Props = {
  column: GridColumn;
  row: GridRow;
  props: CellInputProps;
  isActive: boolean;
  dispatch: Dispatch<GridAction>;
};

/** A date typed the short way (1123, 明天, +7); F4 opens the browser's calendar. */
export function DateCell({ column, row, props, isActive, dispatch }: Props) {
  const calendarId = useId();
  const text = cellText(row, column.key);
  const at = { rowId: row.id, key: column.key };
  return (
    <span className={styles.date}>
      <input {...props} type="text" value={text} maxLength={20} placeholder={column.placeholder} />
      {isActive ? (
        <input
          id={calendarId}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          className={styles.calendar}
          value={/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : ""}
          onChange={(event) => {
            dispatch({ type: "type", at, text: event.currentTarget.value });
            dispatch({ type: "leave", at });
          }}
        />
      ) : null}
    </span>
  );
}
