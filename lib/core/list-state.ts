/** The vocabulary that a register's query, its URL and its table share: plain data, no database, no React. */

type SortDirection = "asc" | "desc";

/** How a column's value is compared, shown and exported. */
export type ColumnKind =
  | "text"
  | "code"
  | "link"
  | "integer"
  | "money"
  | "price"
  | "quantity"
  | "date"
  | "instant"
  | "state"
  | "boolean";

export type FilterKind = "enum" | "dates" | "customers" | "prefix" | "flag";

/** The column and direction in which a list is read. */
export type ListSort = { key: string; direction: SortDirection };

/**
 * Everything a list page has in its URL. `filters` holds the chosen values by filter key; a date range is
 * `[from, to]` with "" for an open end. `totals` asks for count and sums of all matching rows.
 */
export type ListState = {
  q: string;
  sort: string | null;
  direction: SortDirection | null;
  after: string | null;
  before: string | null;
  size: number;
  totals: boolean;
  filters: Readonly<Record<string, readonly string[]>>;
};

export type ListValue = string | number | boolean | null;

/** A row as it crosses to the browser: money, quantities and dates are exact text. */
export type ListRow = { id: string } & Readonly<Record<string, ListValue>>;

/** Count and sums of everything that matches; `timedOut` when it took more than three seconds. */
export type ListMatching =
  | { timedOut: false; count: number; totals: Readonly<Record<string, string>> }
  | { timedOut: true };

export type ListPage = {
  rows: readonly ListRow[];
  next: string | null;
  previous: string | null;
  sort: ListSort;
  pageTotals: Readonly<Record<string, string>>;
  matching: ListMatching | null;
  /** Rows with one of these values count in no sum. */
  uncounted?: { key: string; values: readonly string[] };
  /** Why nothing is shown, when the search was too wide. */
  refusal: { code: string; details: Record<string, string> } | null;
};

/** The rows that count in sums. */
export function countedRows(
  rows: readonly ListRow[],
  uncounted: ListPage["uncounted"],
): readonly ListRow[] {
  if (!uncounted) return rows;
  return rows.filter((row) => !uncounted.values.includes(String(row[uncounted.key])));
}

export const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 200;

export const emptyListState: ListState = {
  q: "",
  sort: null,
  direction: null,
  after: null,
  before: null,
  size: PAGE_SIZE,
  totals: false,
  filters: {},
};

/** A page size between 1 and 200. */
export function boundedPageSize(size: number): number {
  if (!Number.isInteger(size) || size < 1) return PAGE_SIZE;
  return Math.min(size, MAX_PAGE_SIZE);
}
