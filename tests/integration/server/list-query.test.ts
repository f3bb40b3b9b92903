import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { emptyListState, type ListPage, type ListState } from "@/lib/core/list-state";
import { db } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/client";
import { listPage, listRows } from "@/lib/server/list-query";
import { defineList } from "@/lib/server/list-spec";
import { registerWorkbook, workbookResponse } from "@/lib/xlsx/register-workbook";
import { countQueries } from "@/tests/support/query-counter";

const customers = Array.from({ length: 520 }, () => randomUUID());
const [first = "", second = ""] = customers;
const orders = Array.from({ length: 130 }, (_, index) => ({
  id: randomUUID(),
  customerId: index % 10 === 0 ? second : first,
  number: `LG2026-${String(index + 1).padStart(3, "0")}`,
  amount: `${(index % 7) * 100}.50`,
  orderedOn: index % 5 === 0 ? null : `2026-0${(index % 3) + 1}-10`,
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, index % 4)),
}));

const list = defineList({
  register: "test-orders",
  from: Prisma.sql`test_order o`,
  id: Prisma.sql`o.id`,
  columns: [
    { key: "number", kind: "code", sql: Prisma.sql`o.number`, sortable: true },
    { key: "amount", kind: "money", sql: Prisma.sql`o.amount`, sortable: true, totalled: true },
    {
      key: "orderedOn",
      kind: "date",
      sql: Prisma.sql`o.ordered_on`,
      sortable: true,
      nullable: true,
    },
    { key: "createdAt", kind: "instant", sql: Prisma.sql`o.created_at`, sortable: true },
    {
      key: "secret",
      kind: "money",
      sql: Prisma.sql`o.amount`,
      sortable: true,
      totalled: true,
      permission: "setting:change_limits",
    },
    { key: "customerId", kind: "text", sql: Prisma.sql`o.customer_id`, hidden: true },
  ],
  filters: [
    { key: "orderedOn", kind: "dates", sql: Prisma.sql`o.ordered_on` },
    { key: "createdAt", kind: "dates", sql: Prisma.sql`o.created_at`, instant: true },
    { key: "amount", kind: "enum", sql: Prisma.sql`o.amount`, values: ["100.50", "200.50"] },
    { key: "large", kind: "flag", sql: Prisma.sql`o.amount > 600` },
  ],
  search: {
    number: { sql: Prisma.sql`o.number`, pattern: /^lg\d/ },
    customer: {
      sql: Prisma.sql`o.customer_id`,
      resolve: async (_actor, text, limit) => {
        if (text === "everybody") return customers.slice(0, limit);
        const rows = await db.$queryRaw<{ id: string }[]>`select ${second}::text as id`;
        return text === "hongda" ? rows.map(({ id }) => id) : [];
      },
    },
  },
  defaultSort: { key: "number", direction: "desc" },
});

const clerk = { id: randomUUID(), role: "CLERK", duties: [], delegations: [] } as unknown as Actor;
const director = { ...clerk, role: "FACTORY_DIRECTOR" } as unknown as Actor;
const everything = Prisma.sql`true`;

const read = (patch: Partial<ListState> = {}, actor = clerk, scope = everything) =>
  listPage(list, { actor, scope, state: { ...emptyListState, ...patch } });
const numbers = (page: ListPage) => page.rows.map((row) => row.number);

beforeAll(async () => {
  await db.$executeRaw`create table test_order (id uuid primary key, customer_id uuid not null, number text not null,
    amount numeric(14,2) not null, ordered_on date, created_at timestamptz not null)`;
  for (const { id, customerId, number, amount, orderedOn, createdAt } of orders) {
    await db.$executeRaw`insert into test_order values (${id}::uuid, ${customerId}::uuid, ${number},
      ${amount}::numeric, ${orderedOn}::date, ${createdAt})`;
  }
});

/** All pages one way, then back again; the two must agree. */
async function walk(patch: Partial<ListState>): Promise<string[]> {
  const there: string[] = [];
  let page = await read({ ...patch, size: 17 });
  const pages = [numbers(page)];
  there.push(...page.rows.map(({ id }) => id));
  while (page.next) {
    page = await read({ ...patch, size: 17, after: page.next });
    pages.push(numbers(page));
    there.push(...page.rows.map(({ id }) => id));
  }
  for (const expected of pages.slice(0, -1).reverse()) {
    expect(page.previous).not.toBeNull();
    page = await read({ ...patch, size: 17, before: page.previous });
    expect(numbers(page)).toEqual(expected);
  }
  expect(page.previous).toBeNull();
  return there;
}

describe("a register", () => {
  it.each([
    ["number", "asc"],
    ["number", "desc"],
    ["amount", "desc"],
    ["orderedOn", "asc"],
    ["orderedOn", "desc"],
    ["createdAt", "asc"],
  ] as const)(
    "shows every row once when paged by %s %s, and the same pages on the way back",
    async (sort, direction) => {
      const ids = await walk({ sort, direction });
      expect(ids).toHaveLength(orders.length);
      expect(new Set(ids).size).toBe(orders.length);
    },
  );

  it("costs one query a page, however deep, and one more when the search names customers", async () => {
    const { result, queries } = await countQueries(() => read({ size: 50 }));
    expect(queries).toHaveLength(1);
    const deep = await countQueries(() => read({ size: 50, after: result.next }));
    expect(deep.queries).toHaveLength(1);
    const searched = await countQueries(() => read({ q: "hongda" }));
    expect(searched.queries).toHaveLength(2);
  });

  it("gives exact text: amounts with two decimals, dates without a time", async () => {
    const page = await read({ q: "LG2026-002" });
    expect(page.rows).toEqual([
      {
        id: orders[1]?.id,
        number: "LG2026-002",
        amount: "100.50",
        orderedOn: "2026-02-10",
        createdAt: "2026-01-01T00:00:01.000Z",
        customerId: first,
      },
    ]);
  });

  it("adds up the page, and everything only when asked", async () => {
    const page = await read({ size: 10, sort: "number", direction: "asc" });
    expect(page.pageTotals).toEqual({ amount: "2405.00" });
    expect(page.matching).toBeNull();
    const asked = await read({ q: "hongda", totals: true });
    expect(asked.matching).toEqual({ timedOut: false, count: 13, totals: asked.pageTotals });
  });

  it("finds by the beginning of a number, and by a customer that the search names", async () => {
    expect(numbers(await read({ q: "lg2026-01", size: 200 }))).toHaveLength(10);
    const page = await read({ q: "hongda", sort: "orderedOn", direction: "desc" });
    expect(page.rows).toHaveLength(13);
    expect(page.rows.every(({ customerId }) => customerId === second)).toBe(true);
    expect((await read({ q: "nobody" })).rows).toEqual([]);
  });

  it("asks for more of the name when it fits more than 500 customers", async () => {
    const page = await read({ q: "everybody" });
    expect(page.rows).toEqual([]);
    expect(page.refusal).toEqual({ code: "common.too_many_matches", details: { limit: "500" } });
  });

  it("pages through the customers of a search", async () => {
    const ids = await walk({
      filters: { customer: [first, second] },
      sort: "amount",
      direction: "asc",
    });
    expect(new Set(ids).size).toBe(orders.length);
  });

  it("narrows by dates, by days in Shanghai, by values and by flags; ignores what it does not know", async () => {
    const february = await read({
      size: 200,
      filters: { orderedOn: ["2026-02-01", "2026-02-28"] },
    });
    expect(february.rows.every(({ orderedOn }) => orderedOn === "2026-02-10")).toBe(true);
    expect(february.rows.length).toBeGreaterThan(0);
    expect(
      (await read({ filters: { createdAt: ["2026-01-01", "2026-01-01"] } })).rows,
    ).toHaveLength(50);
    expect((await read({ filters: { createdAt: ["", "2025-12-31"] } })).rows).toHaveLength(0);
    expect(
      (await read({ filters: { large: ["true"] } })).rows.every(
        ({ amount }) => amount === "600.50",
      ),
    ).toBe(true);
    expect(
      (await read({ filters: { amount: ["100.50", "'; drop table test_order; --"] } })).rows[0]
        ?.amount,
    ).toBe("100.50");
    expect(
      (await read({ size: 200, filters: { orderedOn: ["yesterday", ""], customer: ["1"] } })).rows,
    ).toHaveLength(130);
  });

  it("leaves out the columns that the reader may not see, also as a sort", async () => {
    const page = await read({ sort: "secret", direction: "asc" });
    expect(page.sort).toEqual(list.defaultSort);
    expect(page.rows[0]).not.toHaveProperty("secret");
    expect(page.pageTotals).not.toHaveProperty("secret");
    expect((await read({ sort: "secret", direction: "asc" }, director)).rows[0]).toHaveProperty(
      "secret",
    );
  });

  it("shows nothing outside the reader's scope", async () => {
    const page = await read({ size: 200 }, clerk, Prisma.sql`o.customer_id = ${second}::uuid`);
    expect(page.rows).toHaveLength(13);
  });

  it("shows the first page for a damaged or foreign cursor", async () => {
    const plain = await read();
    for (const after of ["%%%", "AAAA", Buffer.from('["x","y"]').toString("base64url")]) {
      expect(numbers(await read({ after }))).toEqual(numbers(plain));
    }
    const other = (await read({ sort: "number", direction: "desc" })).next;
    const page = await read({ sort: "amount", direction: "desc", after: other });
    expect(page.previous).toBeNull();
    expect((await read({ q: "\u0000" })).rows).toHaveLength(50);
  });

  it("gives up adding everything after three seconds and still shows the page", async () => {
    const slow = defineList({
      ...list,
      columns: [
        ...list.columns,
        {
          key: "slow",
          kind: "money",
          sql: Prisma.sql`case when pg_sleep(0.05) is null then 0 else o.amount end`,
          totalled: true,
        },
      ],
    });
    const state = { ...emptyListState, size: 1, totals: true };
    const page = await listPage(slow, { actor: clerk, scope: everything, state });
    expect(page.rows).toHaveLength(1);
    expect(page.matching).toEqual({ timedOut: true });
  });

  it("becomes a spreadsheet with the columns that the reader may see", async () => {
    const request = { actor: clerk, scope: everything, state: { ...emptyListState, q: "hongda" } };
    const columns = [
      { key: "number", header: "编号", kind: "code" as const, labels: { "LG2026-001": "第一份" } },
      { key: "amount", header: "金额", kind: "money" as const },
      { key: "secret", header: "机密", kind: "money" as const },
      { key: "customerId", header: "客户", kind: "text" as const },
    ];
    const words = {
      sheet: "登记表",
      filters: "筛选：无",
      total: "合计",
      watermark: "王丽",
      yes: "是",
      no: "否",
    };
    const { bytes, rowCount } = await registerWorkbook(list, request, { columns, words });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer);
    const sheet = workbook.worksheets[0];
    expect(rowCount).toBe(13);
    expect(sheet?.getRow(2).values).toEqual([undefined, "编号", "金额"]);
    expect(sheet?.getCell("A15").value).toBe("第一份");
    const page = await read({ q: "hongda" });
    expect(sheet?.getCell("B16").value).toBe(Number(page.pageTotals.amount));
    expect(workbookResponse(bytes, "合同登记表").headers.get("content-disposition")).toMatch(
      /^attachment; /,
    );
  });

  it("hands an export all rows in order, up to its limit", async () => {
    const request = { actor: clerk, scope: everything, state: { ...emptyListState, size: 5 } };
    expect(await count(listRows(list, request))).toBe(130);
    expect(await count(listRows(list, request, 40))).toBe(40);
  });
});

async function count(rows: AsyncIterable<unknown>): Promise<number> {
  let seen = 0;
  for await (const _row of rows) seen += 1;
  return seen;
}
