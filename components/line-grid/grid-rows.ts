import {
  type CellAddress,
  cellText,
  type GridColumn,
  type GridRow,
  type GridState,
  type RowSeed,
} from "./grid-types";

/** The row with these cells filled by a default or a pick. */
export function prefilledWith(
  row: GridRow,
  entries: readonly (readonly [string, string])[],
): GridRow {
  return {
    ...row,
    cells: { ...row.cells, ...Object.fromEntries(entries) },
    prefilled: {
      ...row.prefilled,
      ...Object.fromEntries(entries.map(([key]) => [key, true as const])),
    },
  };
}

/** Fills cells that are empty or still hold a default; what was typed by hand stays. */
export function withDefaults(row: GridRow, cells: Readonly<Record<string, string>>): GridRow {
  const open = Object.entries(cells).filter(
    ([key]) => cellText(row, key) === "" || row.prefilled[key],
  );
  return open.length === 0 ? row : prefilledWith(row, open);
}

/** A row with the next id: from a seed, or blank with the columns' defaults. */
export function newRow(state: GridState, columns: readonly GridColumn[], seed?: RowSeed | null) {
  const initial = columns.flatMap(({ key, initial: text }) => (text ? [[key, text] as const] : []));
  const blank = { cells: Object.fromEntries(initial), prefilled: initial.map(([key]) => key) };
  const { cells, picked = {}, prefilled = [] } = seed ?? { ...blank };
  const row: GridRow = {
    id: `row-${state.nextNumber}`,
    cells,
    picked,
    prefilled: Object.fromEntries(prefilled.map((key) => [key, true as const])),
  };
  return { row, nextNumber: state.nextNumber + 1 };
}

export function rowAt(state: GridState, rowId: string): GridRow | undefined {
  return state.rows.find(({ id }) => id === rowId);
}

export function replaceRow(state: GridState, row: GridRow): GridState {
  return { ...state, rows: state.rows.map((other) => (other.id === row.id ? row : other)) };
}

export function without<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  if (!(key in record)) return record;
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

/** The record with one key as it is in the source, present or absent. */
export function withCopied<T>(
  record: Readonly<Record<string, T>>,
  source: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  const value = source[key];
  return value === undefined ? without(record, key) : { ...record, [key]: value };
}

// toSpliced is missing in the older browsers that offices keep.
export function spliced(
  rows: readonly GridRow[],
  index: number,
  deleted: number,
  ...added: GridRow[]
) {
  return [...rows.slice(0, index), ...added, ...rows.slice(index + deleted)];
}

export function sameAddress(one: CellAddress | null, other: CellAddress): boolean {
  return one?.rowId === other.rowId && one.key === other.key;
}

export function clearIssue(state: GridState, rowId: string, key: string): GridState["issues"] {
  const cells = state.issues[rowId];
  return cells?.[key] ? { ...state.issues, [rowId]: without(cells, key) } : state.issues;
}
