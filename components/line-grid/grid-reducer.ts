import type { Suggestion } from "@/components/type-ahead/suggestion";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { FieldIssue } from "@/lib/core/domain-error";
import {
  clearIssue,
  newRow,
  prefilledWith,
  replaceRow,
  rowAt,
  sameAddress,
  spliced,
  withCopied,
  withDefaults,
  without,
} from "./grid-rows";
import {
  type CellAddress,
  type CellIssue,
  cellText,
  type Direction,
  filledRows,
  type GridColumn,
  type GridRow,
  type GridState,
  isBlankRow,
  isEditable,
  type RowSeed,
} from "./grid-types";
import { firstStop, stepFrom } from "./navigation";
import { readCell } from "./read-cell";

export type GridAction =
  | { type: "focus"; at: CellAddress }
  | { type: "type"; at: CellAddress; text: string }
  | { type: "pick"; at: CellAddress; item: Suggestion }
  | { type: "leave"; at: CellAddress }
  /** Gives a cell back what it held before it was entered. */
  | { type: "revert"; at: CellAddress; before: GridRow }
  | { type: "move"; direction: Direction }
  | { type: "copy_above"; at: CellAddress }
  | { type: "append" }
  | { type: "insert" }
  | { type: "remove"; rowId: string }
  | { type: "restore" }
  /** Facts that came later (a price, a unit): fills empty cells and those that still hold a default. */
  | { type: "fill"; rowId: string; cells: Readonly<Record<string, string>> }
  | { type: "load"; rows: readonly RowSeed[] }
  /** Adds lines after the typed ones (a paste, a copied order). */
  | { type: "add"; rows: readonly RowSeed[] }
  /** Issues of a refused save; `lines.3.quantity` is the fourth typed line. */
  | { type: "report"; issues: readonly FieldIssue[]; path: string };

/** What the reducer knows besides the state. */
export type GridRules = { columns: readonly GridColumn[]; today: CalendarDate };

/** A grid with these rows, or with one blank row. */
export function initialGrid(rules: GridRules, seeds: readonly RowSeed[]): GridState {
  const empty: GridState = {
    rows: [],
    active: null,
    moves: 0,
    unread: null,
    issues: {},
    removed: null,
    nextNumber: 1,
  };
  return withRows(empty, rules, seeds);
}

/** The grid after one action. Pure: the same state, action and rules give the same grid. */
export function reduceGrid(state: GridState, action: GridAction, rules: GridRules): GridState {
  switch (action.type) {
    case "focus":
      return sameAddress(state.active, action.at) ? state : { ...state, active: action.at };
    case "type":
      return typed(state, action.at, action.text);
    case "pick":
      return picked(state, action.at, action.item, rules);
    case "leave":
      return sameAddress(state.unread, action.at) ? readUnread(state, rules) : state;
    case "revert":
      return reverted(state, action.at, action.before);
    case "move":
      return moved(readUnread(state, rules), action.direction, rules);
    case "copy_above":
      return copiedFromAbove(state, action.at, rules);
    case "append":
      return inserted(readUnread(state, rules), state.rows.length, rules);
    case "insert":
      return inserted(readUnread(state, rules), activeIndex(state), rules);
    case "remove":
      return removed(state, action.rowId, rules);
    case "restore":
      return restored(state, rules);
    case "fill":
      return filled(state, action.rowId, action.cells);
    case "load":
      return {
        ...withRows(
          { ...state, rows: [], issues: {}, removed: null, unread: null },
          rules,
          action.rows,
        ),
        active: null,
      };
    case "add":
      return withRows(
        { ...readUnread(state, rules), rows: filledRows(state.rows) },
        rules,
        action.rows,
      );
    case "report":
      return reported(state, action.issues, action.path, rules);
  }
}

/**
 * The issue of each cell from issues with paths; what names no cell of the grid is left out. Cells that cannot be read
 * are named in the same round, whatever the refusal was about.
 */
function reported(
  state: GridState,
  issues: readonly FieldIssue[],
  path: string,
  { columns, today }: GridRules,
): GridState {
  const lines = filledRows(state.rows);
  const byRow: Record<string, Record<string, CellIssue>> = {};
  for (const { path: at, code, details } of issues) {
    const [root, index = "", key = ""] = at.split(".");
    const row = root === path ? lines[Number.parseInt(index, 10)] : undefined;
    if (!row) continue;
    const cells = byRow[row.id] ?? {};
    cells[key] ??= { code, ...(details && { details }) };
    byRow[row.id] = cells;
  }
  if (issues.length === 0) return { ...state, issues: byRow };
  for (const row of lines) {
    for (const column of columns.filter((candidate) => isEditable(candidate, row))) {
      const reading = readCell(column, row, today);
      if (!("code" in reading) || byRow[row.id]?.[column.key]) continue;
      byRow[row.id] = { ...byRow[row.id], [column.key]: reading };
    }
  }
  return { ...state, issues: byRow };
}

function typed(state: GridState, at: CellAddress, text: string): GridState {
  const row = rowAt(state, at.rowId);
  if (!row) return state;
  const next = {
    ...row,
    cells: { ...row.cells, [at.key]: text },
    picked: without(row.picked, at.key),
    prefilled: without(row.prefilled, at.key),
  };
  return { ...replaceRow(state, next), unread: at, issues: clearIssue(state, at.rowId, at.key) };
}

function reverted(state: GridState, at: CellAddress, before: GridRow): GridState {
  const row = rowAt(state, at.rowId);
  if (!row) return state;
  const next = {
    ...row,
    cells: { ...row.cells, [at.key]: cellText(before, at.key) },
    picked: withCopied(row.picked, before.picked, at.key),
    prefilled: withCopied(row.prefilled, before.prefilled, at.key),
  };
  return { ...replaceRow(state, next), unread: null, issues: clearIssue(state, at.rowId, at.key) };
}

function picked(
  state: GridState,
  at: CellAddress,
  item: Suggestion,
  { columns }: GridRules,
): GridState {
  const row = rowAt(state, at.rowId);
  const column = columns.find(({ key }) => key === at.key);
  if (!row || !column) return state;
  const chosen: GridRow = {
    ...row,
    cells: { ...row.cells, [at.key]: item.label },
    picked: { ...row.picked, [at.key]: item },
    prefilled: without(row.prefilled, at.key),
  };
  // What belongs to the product before is wrong now, also where it was typed.
  const next = prefilledWith(chosen, Object.entries(column.onPick?.(item, chosen) ?? {}));
  return { ...replaceRow(state, next), unread: null, issues: clearIssue(state, at.rowId, at.key) };
}

function filled(
  state: GridState,
  rowId: string,
  cells: Readonly<Record<string, string>>,
): GridState {
  const row = rowAt(state, rowId);
  return row ? replaceRow(state, withDefaults(row, cells)) : state;
}

function readUnread(state: GridState, { columns, today }: GridRules): GridState {
  const { unread } = state;
  const row = unread && rowAt(state, unread.rowId);
  const column = columns.find(({ key }) => key === unread?.key);
  if (!unread || !row || !column) return { ...state, unread: null };
  const reading = readCell(column, row, today);
  if ("code" in reading) {
    const issues = {
      ...state.issues,
      [row.id]: { ...state.issues[row.id], [column.key]: reading },
    };
    return { ...state, unread: null, issues };
  }
  const cells = { ...row.cells, ...reading.also, [column.key]: reading.value };
  return { ...replaceRow(state, { ...row, cells }), unread: null };
}

function moved(state: GridState, direction: Direction, rules: GridRules): GridState {
  const step = state.active && stepFrom(state.rows, rules.columns, state.active, direction);
  if (!step) return state;
  if (step.kind === "append") return inserted(state, state.rows.length, rules);
  return goTo(state, step.address);
}

function copiedFromAbove(state: GridState, at: CellAddress, rules: GridRules): GridState {
  const index = state.rows.findIndex(({ id }) => id === at.rowId);
  const [above, row] = [state.rows[index - 1], state.rows[index]];
  const column = rules.columns.find(({ key }) => key === at.key);
  if (!above || !row || !column || !isEditable(column, row)) return state;
  const item = above.picked[at.key];
  const text = cellText(above, at.key);
  const copied = item ? picked(state, at, item, rules) : typed(state, at, text);
  // The focus stays, with the copied text selected.
  return goTo(readUnread(copied, rules), at);
}

function inserted(state: GridState, index: number, rules: GridRules): GridState {
  const { row, nextNumber } = newRow(state, rules.columns);
  const rows = spliced(state.rows, index, 0, row);
  return goTo({ ...state, rows, nextNumber }, firstStop(row, rules.columns));
}

function removed(state: GridState, rowId: string, rules: GridRules): GridState {
  const index = state.rows.findIndex(({ id }) => id === rowId);
  const row = state.rows[index];
  if (!row) return state;
  const rows = spliced(state.rows, index, 1);
  const next: GridState = {
    ...state,
    rows,
    unread: null,
    issues: without(state.issues, rowId),
    removed: isBlankRow(row) ? state.removed : { row, index },
  };
  if (rows.length === 0) return inserted(next, 0, rules);
  const neighbour = rows[Math.min(index, rows.length - 1)];
  const key = state.active?.key ?? rules.columns[0]?.key;
  return goTo(next, neighbour && key ? { rowId: neighbour.id, key } : null);
}

function restored(state: GridState, { columns }: GridRules): GridState {
  if (!state.removed) return state;
  const { row, index } = state.removed;
  const rows = spliced(state.rows, index, 0, row);
  return goTo({ ...state, rows, removed: null }, firstStop(row, columns));
}

function withRows(state: GridState, rules: GridRules, seeds: readonly RowSeed[]): GridState {
  let next = state;
  for (const seed of seeds.length > 0 || state.rows.length > 0 ? seeds : [null]) {
    const { row, nextNumber } = newRow(next, rules.columns, seed);
    next = { ...next, rows: [...next.rows, row], nextNumber };
  }
  return next;
}

function goTo(state: GridState, address: CellAddress | null): GridState {
  return address ? { ...state, active: address, moves: state.moves + 1 } : state;
}

function activeIndex(state: GridState): number {
  const index = state.rows.findIndex(({ id }) => id === state.active?.rowId);
  return index < 0 ? state.rows.length : index;
}
