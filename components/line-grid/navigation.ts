import {
  type CellAddress,
  cellText,
  type Direction,
  type GridColumn,
  type GridRow,
  isBlankRow,
  isEditable,
  isNeeded,
} from "./grid-types";

/** Where a key leads: to a cell, to a new row at the end, or nowhere. */
export type Step = { kind: "cell"; address: CellAddress } | { kind: "append" } | null;

/**
 * The step from a cell. `next` and `back` visit needed cells that no default has filled, row by row; after the last
 * comes a new row, unless the last is still blank. The other directions visit every cell.
 */
export function stepFrom(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  from: CellAddress,
  direction: Direction,
): Step {
  const rowIndex = rows.findIndex((row) => row.id === from.rowId);
  const row = rows[rowIndex];
  const columnIndex = columns.findIndex((column) => column.key === from.key);
  if (!row) return null;
  switch (direction) {
    case "next":
      return forwards(rows, columns, rowIndex, columnIndex);
    case "back":
      return backwards(rows, columns, rowIndex, columnIndex);
    case "up":
    case "down": {
      const target = rows[rowIndex + (direction === "down" ? 1 : -1)];
      return target ? cellStep(target, from.key) : null;
    }
    default: {
      const column = columns[columnIndex + (direction === "right" ? 1 : -1)];
      return column ? cellStep(row, column.key) : null;
    }
  }
}

/** The cell in which typing a row begins. */
export function firstStop(row: GridRow, columns: readonly GridColumn[]): CellAddress | null {
  const column = stops(row, columns)[0] ?? columns.find((candidate) => isEditable(candidate, row));
  return column ? { rowId: row.id, key: column.key } : null;
}

function forwards(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  rowIndex: number,
  columnIndex: number,
): Step {
  const row = rows[rowIndex];
  if (!row) return null;
  const inRow = stops(row, columns).find((column) => columns.indexOf(column) > columnIndex);
  if (inRow) return cellStep(row, inRow.key);
  const nextRow = rows[rowIndex + 1];
  if (!nextRow) return isBlankRow(row) ? null : { kind: "append" };
  const address = firstStop(nextRow, columns);
  return address && { kind: "cell", address };
}

function backwards(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  rowIndex: number,
  columnIndex: number,
): Step {
  const row = rows[rowIndex];
  if (!row) return null;
  const inRow = stops(row, columns)
    .filter((column) => columns.indexOf(column) < columnIndex)
    .at(-1);
  if (inRow) return cellStep(row, inRow.key);
  const previous = rows[rowIndex - 1];
  if (!previous) return null;
  const column = stops(previous, columns).at(-1);
  return column ? cellStep(previous, column.key) : cellStep(previous, columns[0]?.key ?? "");
}

function stops(row: GridRow, columns: readonly GridColumn[]): GridColumn[] {
  return columns.filter((column) => {
    const isFilledByDefault =
      row.prefilled[column.key] === true && cellText(row, column.key) !== "";
    return isEditable(column, row) && isNeeded(column, row) && !isFilledByDefault;
  });
}

function cellStep(row: GridRow, key: string): Step {
  return { kind: "cell", address: { rowId: row.id, key } };
}
