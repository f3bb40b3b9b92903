import type { ColumnKind, FilterKind, ListValue } from "@/lib/core/list-state";
import type { StateTone } from "@/lib/i18n/state-tone";

/** A column as the browser gets it: all words translated, everything plain data. */
export type DataColumn = {
  key: string;
  header: string;
  kind: ColumnKind;
  sortable?: boolean;
  /** Pixels; the kind's own width otherwise. */
  width?: number;
  /** Stays in sight when the table is scrolled sideways; pinned columns come first. */
  pinned?: boolean;
  /** On a phone: 1 heads the card, 2 stands on it (the default), 3 is left out. */
  priority?: 1 | 2 | 3;
  /** Words and looks of a state column by value. */
  states?: Readonly<Record<string, { label: string; tone: StateTone }>>;
  /** Words of a coded text column by value. */
  labels?: Readonly<Record<string, string>>;
  /** Where a link column leads, such as `/contracts/{id}`; `{key}` is the row's value. */
  href?: string;
  /** The row key that holds a quantity's unit. */
  unitKey?: string;
  /** Figures of this money column are debts. */
  debt?: boolean;
  /** Adds 今天 or 昨天 to near dates. */
  near?: boolean;
};

export type FilterOption = { value: string; label: string };

/** A filter as the browser gets it. `chosen` names the customers that the URL holds only by id. */
export type DataFilter = {
  key: string;
  label: string;
  kind: FilterKind;
  options?: readonly FilterOption[];
  chosen?: readonly FilterOption[];
};

/** Fills `{key}` of an address with the row's values. */
export function rowAddress(template: string, row: Readonly<Record<string, ListValue>>): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(row[key] ?? "")),
  );
}

const WIDTHS: Record<ColumnKind, number> = {
  text: 160,
  code: 132,
  link: 132,
  integer: 72,
  money: 120,
  price: 104,
  quantity: 96,
  date: 104,
  instant: 144,
  state: 112,
  boolean: 64,
};

export function columnWidth({ width, kind }: DataColumn): number {
  return width ?? WIDTHS[kind];
}

const FIGURES: ReadonlySet<ColumnKind> = new Set(["integer", "money", "price", "quantity"]);

/** Figures stand on the right, under each other. */
export function isFigure({ kind }: DataColumn): boolean {
  return FIGURES.has(kind);
}
