import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import type { ColumnKind, ListSort, ListState } from "@/lib/core/list-state";
import { Prisma } from "@/lib/server/generated/client";
import type { ListCursor } from "./list-cursor";
import type { ListColumn, ListFilter, ListSpec } from "./list-spec";
import { containsPattern, normaliseForSearch, searchWords } from "./search-text";

/** The scope of a register that its readers see whole. */
export const EVERY_ROW = Prisma.sql`true`;

/** More customers than this cannot be meant: the reader is asked to type more. */
const MAX_CUSTOMER_MATCHES = 500;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Sorts after every string that begins with what stands before it (the database compares code points). */
const LAST_CHARACTER = "\u{10FFFF}";

const CASTS: Record<ColumnKind, string> = {
  text: "text",
  code: "text",
  link: "text",
  state: "text",
  integer: "bigint", // an index on an integer serves no comparison with a numeric
  money: "numeric",
  price: "numeric",
  quantity: "numeric",
  date: "date",
  instant: "timestamptz",
  boolean: "boolean",
};

const LOWEST: Record<string, string> = {
  text: "",
  bigint: "-999999999999999999",
  numeric: "-Infinity",
  date: "-infinity",
  timestamptz: "-infinity",
  boolean: "false",
};

const EXACT_AS_TEXT: ReadonlySet<ColumnKind> = new Set([
  "integer",
  "money",
  "price",
  "quantity",
  "date",
  "state",
]);

/** What a register is narrowed to. `customerIds` is null when the search does not name customers. */
export type Narrowing = { where: Prisma.Sql; customerIds: readonly string[] | null };

/**
 * The conditions of scope, filters and search. Resolves customers with one query if the search names any.
 * Throws `common.too_many_matches` when it names too many.
 */
export async function narrow(
  spec: ListSpec,
  actor: Actor,
  state: ListState,
  scope: Prisma.Sql,
): Promise<Narrowing> {
  const filters = (spec.filters ?? []).flatMap((filter) =>
    filterCondition(filter, state.filters[filter.key] ?? []),
  );
  const search = await searchCondition(spec, actor, state.q);
  const chosen = chosenCustomers(spec, state);
  const customerIds = intersection(search.customerIds, chosen);
  const where = Prisma.join([Prisma.sql`(${scope})`, ...filters, ...search.conditions], " and ");
  return { where, customerIds };
}

function filterCondition(filter: ListFilter, chosen: readonly string[]): Prisma.Sql[] {
  switch (filter.kind) {
    case "enum": {
      const values = chosen.filter((value) => filter.values.includes(value));
      return values.length > 0 ? [enumCondition(filter, values)] : [];
    }
    case "dates":
      return dateConditions(filter, chosen);
    case "prefix": {
      const text = normaliseForSearch(chosen[0] ?? "");
      return text === ""
        ? []
        : [prefixCondition(filter.sql, filter.upperCase ? text.toUpperCase() : text)];
    }
    case "flag":
      return chosen[0] === "true" ? [Prisma.sql`(${filter.sql})`] : [];
  }
}

// One value is compared with `=`: the rows of one value lie in the index in the list's order, those of several do not.
function enumCondition(
  { sql, type }: Extract<ListFilter, { kind: "enum" }>,
  values: readonly string[],
): Prisma.Sql {
  if (type === undefined) return Prisma.sql`(${sql})::text = any(${values})`;
  const cast = Prisma.raw(type);
  const [only] = values;
  return values.length === 1
    ? Prisma.sql`${sql} = ${only}::${cast}`
    : Prisma.sql`${sql} = any(${values}::${cast}[])`;
}

function dateConditions(
  filter: Extract<ListFilter, { kind: "dates" }>,
  chosen: readonly string[],
): Prisma.Sql[] {
  const [from, to] = [chosen[0], chosen[1]].map((day = "") => (isCalendarDate(day) ? day : ""));
  const bound = (day: string, plusDays: number) =>
    "instant" in filter
      ? Prisma.sql`((${day}::date + ${plusDays}::int)::timestamp at time zone 'Asia/Shanghai')`
      : Prisma.sql`(${day}::date + ${plusDays}::int)`;
  const implied = "implied" in filter ? filter.implied?.(from ?? "", to ?? "") : undefined;
  return [
    ...(from ? [Prisma.sql`${filter.sql} >= ${bound(from, 0)}`] : []),
    ...(to ? [Prisma.sql`${filter.sql} < ${bound(to, 1)}`] : []),
    ...(implied ?? []),
  ];
}

// A range instead of LIKE, so that an ordinary index serves it.
function prefixCondition(sql: Prisma.Sql, text: string): Prisma.Sql {
  return Prisma.sql`(${sql} >= ${text} and ${sql} < ${text + LAST_CHARACTER})`;
}

type SearchNarrowing = { conditions: Prisma.Sql[]; customerIds: readonly string[] | null };

async function searchCondition(
  spec: ListSpec,
  actor: Actor,
  query: string,
): Promise<SearchNarrowing> {
  const text = normaliseForSearch(query.slice(0, 80));
  const none: SearchNarrowing = { conditions: [], customerIds: null };
  if (text === "") return none;
  const { number, customer, text: column } = spec.search ?? {};
  const meant = [number ?? []].flat().find(({ pattern }) => pattern.test(text));
  if (meant) {
    const beginning = text.toUpperCase();
    const implied = meant.implied?.(beginning) ?? [];
    return { ...none, conditions: [prefixCondition(meant.sql, beginning), ...implied] };
  }
  if (customer) {
    const ids = await customer.resolve(actor, text, MAX_CUSTOMER_MATCHES + 1);
    if (ids.length > MAX_CUSTOMER_MATCHES) {
      throw new DomainError("common.too_many_matches", { limit: String(MAX_CUSTOMER_MATCHES) });
    }
    return { ...none, customerIds: ids };
  }
  if (!column) return none;
  const conditions = searchWords(text).map(
    (word) => Prisma.sql`${column.sql} like ${containsPattern(word)}`,
  );
  return { ...none, conditions };
}

function chosenCustomers(spec: ListSpec, state: ListState): readonly string[] | null {
  if (!spec.search?.customer) return null;
  const chosen = (state.filters.customer ?? []).filter((id) => UUID.test(id));
  return chosen.length > 0 ? chosen.slice(0, MAX_CUSTOMER_MATCHES) : null;
}

function intersection(one: readonly string[] | null, other: readonly string[] | null) {
  if (!one || !other) return one ?? other;
  return one.filter((id) => other.includes(id));
}

/** The expression a column is sorted by; never null, because a row comparison with null answers nothing. */
function sortExpression({ sql, kind, nullable }: ListColumn): Prisma.Sql {
  const cast = CASTS[kind];
  const compared = kind === "state" ? Prisma.sql`(${sql})::text` : sql;
  if (!nullable) return compared;
  return Prisma.sql`coalesce(${compared}, ${Prisma.raw(`'${LOWEST[cast]}'::${cast}`)})`;
}

type Reading = {
  spec: ListSpec;
  columns: readonly ListColumn[];
  narrowing: Narrowing;
  sort: ListSort;
  /** Read away from the cursor in the opposite direction, for the page before. */
  backwards: boolean;
  cursor: ListCursor | null;
  limit: number;
};

/** One page of a register. With customers given, each is looked up by its own index and the results are merged. */
export function pageQuery({
  spec,
  columns,
  narrowing,
  sort,
  backwards,
  cursor,
  limit,
}: Reading): Prisma.Sql {
  const sortColumn = columns.find(({ key }) => key === sort.key);
  if (!sortColumn) throw new Error(`${spec.register}: no column ${sort.key}`);
  const by = sortExpression(sortColumn);
  const ascending = (sort.direction === "asc") !== backwards;
  const order = Prisma.raw(ascending ? "asc" : "desc");
  const cast = Prisma.raw(CASTS[sortColumn.kind]);
  const beyond = cursor
    ? Prisma.sql`and (${by}, ${spec.id}) ${Prisma.raw(ascending ? ">" : "<")} (${cursor[0]}::${cast}, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const selected = Prisma.sql`${spec.id} as "id", ${by} as "__sort", (${by})::text as "__cursor", ${Prisma.join(columns.map(selection))}`;
  const { where, customerIds } = narrowing;
  const customer = spec.search?.customer;
  if (!customerIds || !customer) {
    return Prisma.sql`select ${selected} from ${spec.from} where ${where} ${beyond}
      order by ${by} ${order}, ${spec.id} ${order} limit ${limit}`;
  }
  return Prisma.sql`select hit.* from unnest(${customerIds}::uuid[]) as wanted(id)
    cross join lateral (select ${selected} from ${spec.from}
      where ${customer.sql} = wanted.id and ${where} ${beyond}
      order by ${by} ${order}, ${spec.id} ${order} limit ${limit}) hit
    order by hit."__sort" ${order}, hit."id" ${order} limit ${limit}`;
}

/** Count and sums of everything that matches. */
export function matchingQuery(
  spec: ListSpec,
  totalled: readonly ListColumn[],
  { where, customerIds }: Narrowing,
): Prisma.Sql {
  const { uncounted } = spec;
  const counted = uncounted
    ? Prisma.sql`filter (where not (${uncounted.sql})::text = any(${uncounted.values}))`
    : Prisma.empty;
  const sums = totalled.map(
    ({ sql, key }) =>
      Prisma.sql`, coalesce(sum(${sql}) ${counted}, 0)::text as ${Prisma.raw(`"${key}"`)}`,
  );
  const customer = spec.search?.customer;
  const ofCustomers =
    customerIds && customer
      ? Prisma.sql`and ${customer.sql} = any(${customerIds}::uuid[])`
      : Prisma.empty;
  return Prisma.sql`select count(*) as "count" ${sums.length > 0 ? Prisma.join(sums, " ") : Prisma.empty}
    from ${spec.from} where ${where} ${ofCustomers}`;
}

function selection({ sql, kind, key }: ListColumn): Prisma.Sql {
  const name = Prisma.raw(`"${key}"`);
  return EXACT_AS_TEXT.has(kind)
    ? Prisma.sql`(${sql})::text as ${name}`
    : Prisma.sql`${sql} as ${name}`;
}
