import type { ChangeEvent, Dispatch, FocusEvent } from "react";
import type { GridAction } from "./grid-reducer";
import type { CellIssue, GridColumn, GridRow } from "./grid-types";
import { meansAsAbove } from "./key-command";
import styles from "./line-grid.module.css";

export type CellInputProps = ReturnType<typeof cellInputProps>;

type Options = {
  column: GridColumn;
  row: GridRow;
  /** What the cell is called for screen readers. */
  name: string;
  isTabStop: boolean;
  issue: CellIssue | undefined;
  dispatch: Dispatch<GridAction>;
  isFixed: boolean;
  issueId: string;
};

/** What every input of the grid carries. */
export function cellInputProps({
  column,
  row,
  name,
  isFixed,
  isTabStop,
  issueId,
  issue,
  dispatch,
}: Options) {
  const at = { rowId: row.id, key: column.key };
  return {
    className: styles.input,
    autoComplete: "off",
    tabIndex: isTabStop ? 0 : -1,
    "data-row": row.id,
    "data-key": column.key,
    "aria-label": name,
    "aria-required": Boolean(column.needed) && !isFixed,
    ...(issue ? { "aria-invalid": true, "aria-describedby": issueId } : {}),
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLSelectElement>) => {
      dispatch({ type: "focus", at });
      if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select();
    },
    onBlur: () => dispatch({ type: "leave", at }),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
      const { value } = event.currentTarget;
      const isComposing =
        "isComposing" in event.nativeEvent && event.nativeEvent.isComposing === true;
      if (!isComposing && meansAsAbove(value)) dispatch({ type: "copy_above", at });
      else dispatch({ type: "type", at, text: value });
    },
  };
}
