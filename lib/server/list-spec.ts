import "server-only";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import type { ColumnKind, ListSort, ListState } from "@/lib/core/list-state";
import type { Prisma } from "@/lib/server/generated/client";

/**
 * One column of a register. `sql` is an expression over the register's `from`; `header` a message key.
 * `hidden` columns are read for links and labels but are never a column of the table or the export.
 */
export type ListColumn = {
  key: string;
  kind: ColumnKind;
  sql: Prisma.Sql;
  header?: string;
  sortable?: boolean;
  /** The column may be null: nulls are sorted as the lowest value. */
  nullable?: boolean;
  /** Summed for the page, and over all matches on request (money, quantity and integer columns). */
  totalled?: boolean;
  permission?: Permission;
  hidden?: boolean;
};

export type ListFilter =
  /** With `type`, the column's own enumeration in the database, an index that begins with the column serves it. */
  | { key: string; kind: "enum"; sql: Prisma.Sql; values: readonly string[]; type?: string }
  | { key: string; kind: "dates"; sql: Prisma.Sql; implied?: ImpliedByDates }
  /** An instant column filtered by days in Shanghai. */
  | { key: string; kind: "dates"; sql: Prisma.Sql; instant: true }
  | { key: string; kind: "prefix"; sql: Prisma.Sql; upperCase?: boolean }
  /** True when the URL says so: the condition is added as it stands. */
  | { key: string; kind: "flag"; sql: Prisma.Sql };

/**
 * What a range of dates (open ends are "") says about the column of the list's order: true anyway, but without it
 * PostgreSQL walks down from the first row to a range that lies deep in the list.
 */
type ImpliedByDates = (from: string, to: string) => readonly Prisma.Sql[];

type NumberSearch = {
  sql: Prisma.Sql;
  pattern: RegExp;
  /** What the beginning of a number (in capitals) says about the list's order, as with `ImpliedByDates`. */
  implied?: (beginning: string) => readonly Prisma.Sql[];
};

/**
 * The search box of a register. Text that looks like a document number is compared with its beginning; anything
 * else names customers, which are resolved first and then looked up through the register's index by customer.
 */
type ListSearch = {
  /** The numbers a row has; the first whose pattern fits is looked in. */
  number?: NumberSearch | readonly NumberSearch[];
  customer?: {
    /** The register's customer id. */
    sql: Prisma.Sql;
    /** Ids of the customers that the actor may see and the text names; at most `limit` of them. */
    resolve: (actor: Actor, text: string, limit: number) => Promise<readonly string[]>;
  };
  /** Where there is no customer: a column made by `buildSearchText`. */
  text?: { sql: Prisma.Sql };
};

/** Rows that stand in the register but count in no sum: a voided contract keeps its row (Q09). */
type Uncounted = { key: string; sql: Prisma.Sql; values: readonly string[] };

/** A register as data: what is read, how it may be narrowed and sorted, and who may see which column. */
export type ListSpec = {
  register: string;
  from: Prisma.Sql;
  id: Prisma.Sql;
  columns: readonly ListColumn[];
  uncounted?: Uncounted;
  filters?: readonly ListFilter[];
  search?: ListSearch;
  defaultSort: ListSort;
};

const KEY = /^[a-z][A-Za-z0-9]*$/;

/** Checks a register once, when its module is loaded; throws on a mistake of ours. */
export function defineList(spec: ListSpec): ListSpec {
  const keys = spec.columns.map((column) => column.key);
  for (const key of keys) {
    if (!KEY.test(key) || key === "id") throw new Error(`${spec.register}: bad column key ${key}`);
  }
  if (new Set(keys).size !== keys.length)
    throw new Error(`${spec.register}: column key used twice`);
  const sortColumn = spec.columns.find((column) => column.key === spec.defaultSort.key);
  if (!sortColumn?.sortable) throw new Error(`${spec.register}: default sort is not sortable`);
  return spec;
}

/** The columns that this person may see, hidden ones included. */
export function permittedColumns(spec: ListSpec, actor: Actor): readonly ListColumn[] {
  return spec.columns.filter((column) => !column.permission || can(actor, column.permission));
}

/** The columns of the table and the export, in order. */
export function shownColumns(spec: ListSpec, actor: Actor): readonly ListColumn[] {
  return permittedColumns(spec, actor).filter((column) => !column.hidden);
}

/** The asked sort if the column exists, is sortable and may be seen; otherwise the register's own. */
export function sortOf(spec: ListSpec, actor: Actor, state: ListState): ListSort {
  const column = permittedColumns(spec, actor).find(({ key }) => key === state.sort);
  if (!column?.sortable) return spec.defaultSort;
  return { key: column.key, direction: state.direction ?? "asc" };
}
