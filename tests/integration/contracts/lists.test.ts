import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { contractList } from "@/lib/contracts/contract-list";
import { contractListScope, contractScope } from "@/lib/contracts/contract-scope";
import { registerList } from "@/lib/contracts/register-list";
import { emptyListState, type ListPage, type ListState } from "@/lib/core/list-state";
import { db } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import type { ListSpec } from "@/lib/server/list-spec";
import { createContract, monthlyCustomer } from "@/tests/factories/contracts";
import { createCustomer } from "@/tests/factories/customers";
import { anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

const FIRST_SEQ = 961;
const LAST_SEQ = 1040;
const COUNT = LAST_SEQ - FIRST_SEQ + 1;

let clerk: Actor;
const read = (list: ListSpec, patch: Partial<ListState> = {}) =>
  listPage(list, {
    actor: clerk,
    state: { ...emptyListState, ...patch },
    scope: contractScope(clerk),
  });
const numbers = (page: ListPage) => page.rows.map(({ contractNo, number }) => contractNo ?? number);

/** Every number of the list, page by page from its first page to the last. */
async function walk(list: ListSpec, patch: Partial<ListState>) {
  const seen: unknown[] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page: ListPage = await read(list, { ...patch, after });
    seen.push(...numbers(page));
    after = page.next;
  }
  return seen;
}

/** Copies of an approved contract and its register row under further numbers: of 2026, and three of 2024. */
async function copyUnder(contractId: string, year: number, seqs: readonly number[]) {
  await db.$executeRaw`
    insert into contract
    select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'year', ${year}::int, 'seq', n,
      'contract_no', 'LG' || ${year}::int || '-' || lpad(n::text, greatest(3, length(n::text)), '0'), 'doc_no', null,
      'effective_on', make_date(${year}::int, 1, 1) + (n % 365)))).*
    from contract c, unnest(${seqs}::int[]) n where c.id = ${contractId}::uuid`;
  await db.$executeRaw`
    insert into register_entry
    select (jsonb_populate_record(r, jsonb_build_object('contract_id', c.id, 'contract_no', c.contract_no))).*
    from register_entry r, contract c
    where r.contract_id = ${contractId}::uuid
      and not exists (select 1 from register_entry e where e.contract_id = c.id)`;
}

beforeAll(async () => {
  clerk = await anActor("CLERK");
  const { id: customerId } = await monthlyCustomer({ name: "大连远航机械有限公司" });
  await createCustomer({ name: "沈阳无单模具厂" });
  await at("2026-11-23", async () => {
    const { id } = await createContract({ status: "EFFECTIVE", customerId });
    const seqs = Array.from({ length: COUNT }, (_, index) => FIRST_SEQ + index);
    await copyUnder(id, 2026, seqs);
    await copyUnder(id, 2024, [1, 2, 300]);
  });
});

describe("the contract register", () => {
  it("[R1.1.5-R1] is ordered by number: LG2026-1000 follows LG2026-999", async () => {
    const ascending = await walk(registerList, { sort: "order", direction: "asc" });

    const ofYear = ascending.filter((number) => String(number).startsWith("LG2026-"));
    expect(ofYear.indexOf("LG2026-1000")).toBe(ofYear.indexOf("LG2026-999") + 1);
    expect(ascending.slice(0, 4)).toEqual(["LG2024-001", "LG2024-002", "LG2024-300", "LG2026-001"]);
    expect(await walk(registerList, {})).toEqual(ascending.toReversed());
  });

  it.each([7, 50, 200])("is walked once over pages of %i, each row once", async (size) => {
    const seen = await walk(registerList, { size });

    expect(seen).toHaveLength(COUNT + 4);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([
    ["register", registerList, "totalAmount"],
    ["register", registerList, "customerName"],
    ["contracts", contractList, "totalAmount"],
  ] as const)(
    "%s is sorted by what was clicked, each row once over all pages",
    async (_name, list, sort) => {
      const seen = await walk(list, { sort, direction: "desc", size: 9 });
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(COUNT);
      const { result, queries } = await countQueries(() => read(list, { sort, direction: "desc" }));
      expect(queries).toHaveLength(1);
      const shown = result.rows.map((row) => row[sort]);
      const value = (cell: unknown) => (sort === "totalAmount" ? Number(cell) : String(cell));
      expect(shown).toEqual(
        shown.toSorted((a, b) => (value(a) < value(b) ? 1 : value(a) > value(b) ? -1 : 0)),
      );
    },
  );

  it("is sorted by its dates too, each row once over all pages", async () => {
    const seen = await walk(registerList, { sort: "effectiveOn", direction: "asc", size: 7 });

    expect(new Set(seen).size).toBe(COUNT + 4);
    expect(seen.slice(0, 3)).toEqual(["LG2024-001", "LG2024-002", "LG2024-300"]);
  });

  it("goes back to the page before", async () => {
    const first = await read(registerList, { size: 10 });
    const second = await read(registerList, { size: 10, after: first.next });
    const back = await read(registerList, { size: 10, before: second.previous });

    expect(numbers(back)).toEqual(numbers(first));
  });

  it("shows a range of dates, across the years too", async () => {
    const dates = (from: string, to: string) =>
      read(registerList, { filters: { effectiveOn: [from, to] }, size: 200 });

    expect(numbers(await dates("2024-01-02", "2024-01-02"))).toEqual(["LG2024-001"]);
    expect(numbers(await dates("", "2024-12-31"))).toHaveLength(3);
    expect(numbers(await dates("2024-01-03", "2026-12-31"))).toHaveLength(COUNT + 3);
    expect(numbers(await dates("9999-12-31", ""))).toEqual([]);
  });

  it.each([
    ["lg2024", ["LG2024-300", "LG2024-002", "LG2024-001"]],
    ["LG2026-100", Array.from({ length: 10 }, (_, n) => `LG2026-${1009 - n}`)],
    ["LG2025", []],
    ["LG20", null],
  ])("finds numbers that begin with %s", async (q, found) => {
    const page = await read(registerList, { q, size: 200 });

    if (found === null) expect(page.rows).toHaveLength(COUNT + 4);
    else expect(numbers(page)).toEqual(found);
  });

  it("narrows by one state or several, on any page", async () => {
    const states = (...status: string[]) => walk(registerList, { filters: { status }, size: 30 });

    expect(await states("EFFECTIVE")).toHaveLength(COUNT + 4);
    expect(await states("EFFECTIVE", "VOIDED")).toHaveLength(COUNT + 4);
    expect(await states("VOIDED")).toEqual([]);
  });
});

describe.each([
  ["the contract register", registerList],
  ["the list of contracts", contractList],
])("%s", (_, list) => {
  it.each([
    ["a first page", {}],
    ["a filtered page", { filters: { status: ["EFFECTIVE"], contractClass: ["A"] } }],
    ["a page found by number", { q: "LG2026-10" }],
  ] as const)("costs one query for %s", async (_page, patch) => {
    const { result, queries } = await countQueries(() => read(list, patch));

    expect(result.rows.length).toBeGreaterThan(0);
    expect(queries).toHaveLength(1);
  });

  it("costs one query for a page deep in it", async () => {
    const { next } = await read(list, { size: 30 });
    const { result, queries } = await countQueries(() => read(list, { size: 30, after: next }));

    expect(result.rows).toHaveLength(30);
    expect(queries).toHaveLength(1);
  });

  it.each([
    ["远航", 50],
    ["无单", 0],
  ])("costs one query more when it is searched by the customer %s", async (q, rows) => {
    const { result, queries } = await countQueries(() => read(list, { q }));

    expect(result.rows).toHaveLength(rows);
    expect(queries).toHaveLength(2);
  });

  it("counts and sums everything only when asked to", async () => {
    const { result, queries } = await countQueries(() => read(list, { totals: true }));

    expect(result.matching).toMatchObject({ timedOut: false, count: COUNT + 4 });
    expect(queries.some((sql) => sql.includes("count(*)"))).toBe(true);
    expect((await read(list)).matching).toBeNull();
  });
});

it("[R1.1.5-R1] a voided contract keeps its row in the register and counts in no sum (Q09)", async () => {
  const contract = await at("2026-11-23", () => createContract({ status: "EFFECTIVE", clerk }));
  const found = { q: contract.contractNo ?? "", totals: true };
  const sums = ({ pageTotals, matching, rows }: ListPage) => [
    rows.length,
    pageTotals.totalAmount,
    matching?.timedOut === false ? matching.totals.totalAmount : null,
  ];
  const amount = contract.totalAmount.toFixed(2);
  expect(sums(await read(registerList, found))).toEqual([1, amount, amount]);
  await db.contract.update({ where: { id: contract.id }, data: { status: "VOIDED" } });
  expect(sums(await read(registerList, found))).toEqual([1, "0.00", "0.00"]);
});

describe("the list of contracts for whoever drafts", () => {
  const readAs = (actor: Actor, patch: Partial<ListState>) => {
    const state = { ...emptyListState, ...patch };
    return listPage(contractList, { actor, state, scope: contractListScope(actor, state) });
  };

  it("[R1.1.2-d] shows the own drafts only, or those of all, with one query each", async () => {
    const [mine, others] = [await anActor("CLERK"), await anActor("CLERK")];
    const own = await at("2026-11-23", () => createContract({ clerk: mine }));
    const other = await at("2026-11-23", () => createContract({ clerk: others }));
    const drafts = { status: ["DRAFT"] };
    const { result, queries } = await countQueries(() =>
      readAs(mine, { filters: { ...drafts, mine: ["true"] } }),
    );
    expect(result.rows.map(({ id }) => id)).toEqual([own.id]);
    expect(queries).toHaveLength(1);
    const all = (await readAs(mine, { filters: drafts })).rows.map(({ id }) => id);
    expect(all).toEqual(expect.arrayContaining([own.id, other.id]));
  });

  it("never widens what a salesperson may see", async () => {
    const sales = await anActor("SALESPERSON");
    await at("2026-11-23", () => createContract());
    expect((await readAs(sales, { filters: { mine: ["true"] } })).rows).toEqual([]);
    expect((await readAs(sales, {})).rows).toEqual([]);
  });

  it("reads the own drafts by an index", async () => {
    const indexes = await db.$queryRaw<{ indexdef: string }[]>`
      select indexdef from pg_indexes where tablename = 'contract'`;
    expect(indexes.map(({ indexdef }) => indexdef).join("\n")).toContain(
      "(drafted_by_id, created_at, id)",
    );
  });
});
