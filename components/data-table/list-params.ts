import {
  createLoader,
  createParser,
  createSerializer,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  type SearchParams,
} from "nuqs/server";
import { boundedPageSize, type ListState, PAGE_SIZE } from "@/lib/core/list-state";

/** The part of a filter that its URL parameter needs. */
export type FilterKey = { key: string };

const parsers = {
  q: parseAsString.withDefault(""),
  /** A column key, with a minus before it for descending. */
  sort: parseAsString,
  after: parseAsString,
  before: parseAsString,
  size: parseAsInteger.withDefault(PAGE_SIZE),
  totals: parseAsBoolean.withDefault(false),
};
// The list writes its own comma as %2C, so a value's % is written out: what was typed as %2C stays that.
const parseAsValue = createParser({
  parse: (text) => text.replaceAll("%25", "%"),
  serialize: (value: string) => value.replaceAll("%", "%25"),
});
const filterParser = parseAsArrayOf(parseAsValue);

function filterParsers(filters: readonly FilterKey[]) {
  return Object.fromEntries(filters.map(({ key }) => [key, filterParser]));
}

/** The state of a list page from its URL; the same on the server, in the export route and in the browser. */
export async function loadListState(
  search: Promise<SearchParams> | URLSearchParams,
  filters: readonly FilterKey[],
): Promise<ListState> {
  const values = search instanceof URLSearchParams ? search : await search;
  const { sort, size, ...rest } = createLoader(parsers)(values);
  const chosen = createLoader(filterParsers(filters))(values);
  return {
    ...rest,
    q: rest.q.slice(0, 80),
    size: boundedPageSize(size),
    sort: sort?.replace(/^-/, "") ?? null,
    direction: sort === null ? null : sort.startsWith("-") ? "desc" : "asc",
    filters: Object.fromEntries(
      Object.entries(chosen).flatMap(([key, list]) => (list?.length ? [[key, list]] : [])),
    ),
  };
}

/** The query string of a list state, with its question mark; empty for the plain list. */
export function listSearch(state: ListState, filters: readonly FilterKey[]): string {
  const { sort, direction, filters: chosen, ...rest } = state;
  const values = {
    ...rest,
    sort: sort && (direction === "desc" ? `-${sort}` : sort),
    ...Object.fromEntries(filters.map(({ key }) => [key, chosen[key] ? [...chosen[key]] : null])),
  };
  return createSerializer({ ...filterParsers(filters), ...parsers })(values);
}

/** The query string of the export: the same list without paging. */
export function exportSearch(state: ListState, filters: readonly FilterKey[]): string {
  return listSearch(
    { ...state, after: null, before: null, totals: false, size: PAGE_SIZE },
    filters,
  );
}

/** Whether anything narrows the list. */
export function isNarrowed(state: ListState): boolean {
  return state.q !== "" || Object.keys(state.filters).length > 0;
}
