"use client";
import type { Dispatch } from "react";
import { type CellInputProps, cellInputProps } from "./cell-input-props";
import { DateCell } from "./date-cell";
import type { GridAction } from "./grid-reducer";
import {
  type CellIssue,
  cellText,
  type GridColumn,
  type GridRow,
  isEditable,
  isNeeded,
} from "./grid-types";
import { issueIdOf } from "./line-issues";
import { ProductCell } from "./product-cell";
import { SelectCell } from "./select-cell";
import { shownFigure } from "./totals-row";

type Props = {
  column: GridColumn;
  row: GridRow;
  /** What the cell is called for screen readers: 第 2 行 数量. */
  name: string;
  readOnly: boolean;
  isTabStop: boolean;
  isActive: boolean;
  issue: CellIssue | undefined;
  dispatch: Dispatch<GridAction>;
};

/** One cell: its input and the marks for defaults and for what is not picked. */
export function LineCell({
  column,
  row,
  name,
  readOnly,
  isTabStop,
  isActive,
  issue,
  dispatch,
}: Props) {
  const isFixed = readOnly || !isEditable(column, row);
  const text = cellText(row, column.key);
  const isUnpicked = column.kind === "product" && text !== "" && !row.picked[column.key];
  const issueId = issueIdOf(row, column);
  const props = cellInputProps({ column, row, name, isFixed, isTabStop, issueId, issue, dispatch });
  return (
    <td
      data-kind={column.kind}
      data-label={column.header}
      data-wide={column.wide || column.kind === "product" || undefined}
      data-needed={(!isFixed && isNeeded(column, row)) || undefined}
      data-fixed={isFixed || undefined}
      data-prefilled={(text !== "" && row.prefilled[column.key]) || undefined}
      data-unpicked={isUnpicked || undefined}
      data-issue={issue ? true : undefined}
    >
      <CellInput
        column={column}
        row={row}
        isFixed={isFixed}
        isActive={isActive}
        props={props}
        dispatch={dispatch}
      />
    </td>
  );
}

type CellInputOptions = Pick<Props, "column" | "row" | "isActive" | "dispatch"> & {
  isFixed: boolean;
  props: CellInputProps;
};

function CellInput({ column, row, isFixed, isActive, props, dispatch }: CellInputOptions) {
  const text = cellText(row, column.key);
  if (isFixed) {
    const shown = column.compute ? shownFigure(column, column.compute(row)) : text;
    return <input {...props} type="text" readOnly value={shown} title={shown} />;
  }
  switch (column.kind) {
    case "product":
      return <ProductCell column={column} row={row} props={props} dispatch={dispatch} />;
    case "select":
    case "unit":
      return <SelectCell column={column} row={row} props={props} />;
    case "date":
      return (
        <DateCell column={column} row={row} props={props} isActive={isActive} dispatch={dispatch} />
      );
    default:
      return (
        <input
          {...props}
          type="text"
          value={text}
          placeholder={column.placeholder}
          inputMode={column.kind === "text" ? "text" : "decimal"}
        />
      );
  }
}
