import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import {
  boundedPageSize,
  countedRows,
  type ListMatching,
  type ListPage,
  type ListRow,
  type ListSort,
  type ListState,
  type ListValue,
} from "@/lib/core/list-state";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { db, transact } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/client";
import { decodeCursor, encodeCursor, type ListCursor } from "./list-cursor";
import { type ListColumn, type ListSpec, permittedColumns, sortOf } from "./list-spec";
import { matchingQuery, type Narrowing, narrow, pageQuery } from "./list-sql";

type RawRow = Record<string, unknown> & { id: string; __cursor: string };

/** `scope` is the actor's view as a condition; `Prisma.sql\`true\`` where everybody sees everything. */
export type ListRequest = { actor: Actor; state: ListState; scope: Prisma.Sql };

/**
 * One page of a register: one query, one more when the search names customers, one transaction more when totals of
 * all matches are asked for. Nothing is counted otherwise. A search that is too wide gives a refusal, not an error.
 */
export async function listPage(
  spec: ListSpec,
  { actor, state, scope }: ListRequest,
): Promise<ListPage> {
  const sort = sortOf(spec, actor, state);
  const narrowing = await narrowOrRefuse(spec, actor, state, scope);
  if (narrowing instanceof DomainError) return refusedPage(sort, narrowing);

  const columns = permittedColumns(spec, actor);
  const kind = columns.find(({ key }) => key === sort.key)?.kind ?? "text";
  const before = decodeCursor(state.before, kind);
  const cursor = before ?? decodeCursor(state.after, kind);
  const size = boundedPageSize(state.size);
  const backwards = before !== null;
  const raw = await db.$queryRaw<RawRow[]>(
    pageQuery({ spec, columns, narrowing, sort, backwards, cursor, limit: size + 1 }),
  );
  const hasMore = raw.length > size;
  const page = backwards ? raw.slice(0, size).reverse() : raw.slice(0, size);
  const rows = page.map((row) => toRow(row, columns));
  return {
    rows,
    next: hasMore || backwards ? cursorOf(page.at(-1)) : null,
    previous: (backwards && hasMore) || (!backwards && cursor) ? cursorOf(page.at(0)) : null,
    sort,
    pageTotals: totalsOf(columns, countedRows(rows, spec.uncounted)),
    ...(spec.uncounted && {
      uncounted: { key: spec.uncounted.key, values: spec.uncounted.values },
    }),
    matching: state.totals ? await countMatching(spec, columns, narrowing) : null,
    refusal: null,
  };
}

/**
 * Every matching row in the list's order, page by page, for an export; stops after `limit` rows.
 * Throws `common.too_many_matches` when the search is too wide.
 */
export async function* listRows(
  spec: ListSpec,
  { actor, state, scope }: ListRequest,
  limit = 20_000,
): AsyncGenerator<ListRow> {
  const sort = sortOf(spec, actor, state);
  const columns = permittedColumns(spec, actor);
  const narrowing = await narrow(spec, actor, state, scope);
  const size = 500;
  let cursor: ListCursor | null = null;
  for (let read = 0; read < limit; read += size) {
    const raw: RawRow[] = await db.$queryRaw<RawRow[]>(
      pageQuery({
        spec,
        columns,
        narrowing,
        sort,
        backwards: false,
        cursor,
        limit: Math.min(size, limit - read),
      }),
    );
    for (const row of raw) yield toRow(row, columns);
    const last = raw.at(-1);
    if (!last || raw.length < size) return;
    cursor = [last.__cursor, last.id];
  }
}

async function narrowOrRefuse(spec: ListSpec, actor: Actor, state: ListState, scope: Prisma.Sql) {
  try {
    return await narrow(spec, actor, state, scope);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function refusedPage(sort: ListSort, { code, details = {} }: DomainError): ListPage {
  return {
    rows: [],
    next: null,
    previous: null,
    sort,
    pageTotals: {},
    matching: null,
    refusal: { code, details },
  };
}

function cursorOf(row: RawRow | undefined): string | null {
  return row ? encodeCursor([row.__cursor, row.id]) : null;
}

function toRow(raw: RawRow, columns: readonly ListColumn[]): ListRow {
  const values = columns.map(({ key, kind }) => [key, toValue(raw[key], kind)] as const);
  return { ...Object.fromEntries(values), id: raw.id };
}

function toValue(value: unknown, kind: ListColumn["kind"]): ListValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (value instanceof Date) return kind === "date" ? fromDbDate(value) : value.toISOString();
  const text = String(value);
  if (kind === "money") return Money.of(text).toString();
  if (kind === "quantity") return Quantity.of(text).toString();
  return text;
}

const summable: ReadonlySet<ListColumn["kind"]> = new Set(["money", "quantity", "integer"]);

function totalledOf(columns: readonly ListColumn[]): readonly ListColumn[] {
  return columns.filter(({ totalled, kind, hidden }) => totalled && !hidden && summable.has(kind));
}

function totalsOf(
  columns: readonly ListColumn[],
  rows: readonly ListRow[],
): Record<string, string> {
  return Object.fromEntries(
    totalledOf(columns).map(({ key, kind }) => {
      const texts = rows.map((row) => row[key]).filter((text) => typeof text === "string");
      return [key, kind === "money" ? sumMoney(texts) : sumQuantity(texts)];
    }),
  );
}

function sumMoney(texts: readonly string[]): string {
  return Money.sum(texts.map((text) => Money.of(text))).toString();
}

function sumQuantity(texts: readonly string[]): string {
  return texts.reduce((sum, text) => sum.plus(Quantity.of(text)), Quantity.zero).toString();
}

const MATCHING_TIMEOUT_MS = 3000;

async function countMatching(
  spec: ListSpec,
  columns: readonly ListColumn[],
  narrowing: Narrowing,
): Promise<ListMatching> {
  const totalled = totalledOf(columns);
  try {
    const [row] = await transact(async (tx) => {
      await tx.$executeRaw`select set_config('statement_timeout', ${String(MATCHING_TIMEOUT_MS)}, true)`;
      return tx.$queryRaw<Record<string, unknown>[]>(matchingQuery(spec, totalled, narrowing));
    });
    const totals = totalled.map(({ key, kind }) => [key, String(toValue(row?.[key], kind) ?? "")]);
    return {
      timedOut: false,
      count: Number(row?.count ?? 0),
      totals: Object.fromEntries(totals),
    };
  } catch (error) {
    if (isStatementTimeout(error)) return { timedOut: true };
    throw error;
  }
}

// PostgreSQL's query_canceled, as the adapter reports it through Prisma's P2010.
function isStatementTimeout(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return JSON.stringify(error.meta ?? {}).includes("57014") || error.message.includes("57014");
}
