import type { Suggestion } from "@/components/type-ahead/suggestion";

/** What a cell is: decides its input, its alignment and how text is read. */
type CellKind = "product" | "text" | "quantity" | "price" | "money" | "date" | "select" | "unit";

/** A refusal code with its details; shown as a sentence under the cell. */
export type CellIssue = { code: string; details?: Record<string, string> };

/** A line being typed. All values are text as typed or as read; money never becomes a number. */
export type GridRow = {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
  /** What was picked in product cells, by column key. */
  readonly picked: Readonly<Record<string, Suggestion>>;
  /** Cells filled by a default or a pick and not touched since: Enter skips them, later facts may change them. */
  readonly prefilled: Readonly<Record<string, true>>;
};

/** A row to begin with: from a saved draft, a copied order, a paste. */
export type RowSeed = {
  cells: Readonly<Record<string, string>>;
  picked?: Readonly<Record<string, Suggestion>>;
  prefilled?: readonly string[];
};

export type GridOption = { value: string; label: string };

/** The reading of a typed cell: the text to keep, and what else it settles; or why it cannot be read. */
export type CellReading = { value: string; also?: Readonly<Record<string, string>> } | CellIssue;

/** A column as data. `width` in pixels. */
export type GridColumn = {
  key: string;
  header: string;
  kind: CellKind;
  width: number;
  /** Enter stops here. */
  needed?: boolean | ((row: GridRow) => boolean);
  /** False for what may only be read; a computed column is always read-only. */
  editable?: boolean | ((row: GridRow) => boolean);
  /** What a new row has here. */
  initial?: string;
  /** A value derived from the row, never typed. */
  compute?: (row: GridRow) => string;
  /** Choices of a select or unit cell. */
  options?: readonly GridOption[] | ((row: GridRow) => readonly GridOption[]);
  /** Reads what was typed; the kind's own reading otherwise. */
  parse?: (text: string, row: GridRow) => CellReading;
  /** Cells of the row that a pick fills, whatever stood there; Enter skips them. */
  onPick?: (item: Suggestion, row: GridRow) => Readonly<Record<string, string>>;
  /** The search behind a product cell; `create` adds a last choice that takes the typed text elsewhere. */
  search?: {
    url: string;
    params?: Readonly<Record<string, string>>;
    create?: { label: (text: string) => string; onCreate: (text: string, rowId: string) => void };
  };
  /** Text that is no product of the list may stay (a product that is yet to be created). */
  freeText?: boolean;
  /** The column's figure in the totals row. */
  total?: (rows: readonly GridRow[]) => string;
  maxLength?: number;
  placeholder?: string;
  /** Takes the full width of the card on a phone. */
  wide?: boolean;
};

export type CellAddress = { readonly rowId: string; readonly key: string };

export type GridState = {
  readonly rows: readonly GridRow[];
  readonly active: CellAddress | null;
  /** Raised by every move made by key: the focus follows it. */
  readonly moves: number;
  /** The cell that was typed in and not read yet. */
  readonly unread: CellAddress | null;
  readonly issues: Readonly<Record<string, Readonly<Record<string, CellIssue>>>>;
  readonly removed: { readonly row: GridRow; readonly index: number } | null;
  readonly nextNumber: number;
};

export type Direction = "next" | "back" | "up" | "down" | "left" | "right";

export function isEditable(column: GridColumn, row: GridRow): boolean {
  if (column.compute) return false;
  const { editable = true } = column;
  return typeof editable === "function" ? editable(row) : editable;
}

export function isNeeded(column: GridColumn, row: GridRow): boolean {
  const { needed = false } = column;
  return typeof needed === "function" ? needed(row) : needed;
}

export function cellText(row: GridRow, key: string): string {
  return row.cells[key] ?? "";
}

export function optionsOf(column: GridColumn, row: GridRow): readonly GridOption[] {
  const { options = [] } = column;
  return typeof options === "function" ? options(row) : options;
}

/** A row in which nothing was typed; defaults alone do not make a line. */
export function isBlankRow(row: GridRow): boolean {
  return Object.entries(row.cells).every(([key, text]) => text === "" || row.prefilled[key]);
}

/** The lines to save: rows in which something was typed, in order. Issue paths `lines.N` count these. */
export function filledRows(rows: readonly GridRow[]): readonly GridRow[] {
  return rows.filter((row) => !isBlankRow(row));
}
