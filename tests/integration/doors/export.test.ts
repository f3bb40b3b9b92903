import { readFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { createTranslator } from "next-intl";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/export/[register]/route";
import { GET as getLedger } from "@/app/api/export/ledger/[customerId]/route";
import { EXPORTABLE } from "@/app/api/export/registers";
import { GET as getStockAccount } from "@/app/api/export/stock/[productId]/route";
import type { Actor } from "@/lib/auth/permissions";
import { ROLES } from "@/lib/auth/roles";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { db } from "@/lib/server/db";
import { createCustomer } from "@/tests/factories/customers";
import { createShipment } from "@/tests/factories/papers";
import { anActor } from "@/tests/factories/people";
import { createProduct, createUnits } from "@/tests/factories/products";
import { createDebtor, deliver } from "@/tests/factories/receivables";
import { createStockProduct, stockUp } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";
import { COLUMNS, RULES } from "@/tests/unit/auth/rules-5-9";
import { ROOT, sourceFiles } from "./defined-actions";
import { EXPORTS } from "./doors-list";

const signedIn = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => signedIn.actor }));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next-intl/server", () => ({
  getMessages: async () => CATALOGUE.zh,
  getTranslations: async (namespace?: string) =>
    createTranslator({
      locale: "zh",
      messages: CATALOGUE.zh,
      ...(namespace ? { namespace: namespace as never } : {}),
    }),
}));

let clerk: Actor;
let sales: Actor;
let own: Awaited<ReturnType<typeof createShipment>>;
let foreign: Awaited<ReturnType<typeof createShipment>>;

beforeAll(async () => {
  clerk = await anActor("CLERK", { displayName: "王敏" });
  sales = await anActor("SALESPERSON");
  own = await createShipment(clerk, { ownerId: sales.id });
  foreign = await createShipment(clerk);
  await createUnits();
  await createProduct({ name: "立铣刀", listPrice: "86.5000" });
});
beforeEach(() => {
  signedIn.actor = clerk;
});

function ask(register: string, query = "") {
  const request = new Request(`http://localhost/api/export/${register}${query}`);
  return GET(request, { params: Promise.resolve({ register }) });
}

type Sheet = ExcelJS.Worksheet;

async function sheetOf(response: Response): Promise<Sheet> {
  expect(response.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

const exported = async (register: string, query = "") => sheetOf(await ask(register, query));
const headersOf = (sheet: Sheet) => (sheet.getRow(2).values as unknown[]).slice(1).map(String);

/** The cells below a header. */
function column(sheet: Sheet, header: string): ExcelJS.CellValue[] {
  const at = headersOf(sheet).indexOf(header) + 1;
  if (at === 0) throw new Error(`no column ${header}`);
  return sheet.getColumn(at).values.slice(3) as ExcelJS.CellValue[];
}

describe("GET /api/export", () => {
  it("offers the registers that are known: those with a button on a page", () => {
    expect(Object.keys(EXPORTABLE).sort()).toEqual(Object.keys(EXPORTS).sort());
    const sources = ["app", "components"]
      .flatMap((folder) => sourceFiles(folder, /\.tsx$/))
      .map((file) => readFileSync(path.join(ROOT, file), "utf8"));
    const buttons = sources.flatMap((text) =>
      [...text.matchAll(/exportName="([^"]+)"/g)].map(([, name]) => name),
    );
    expect([...new Set(buttons)].sort()).toEqual(Object.keys(EXPORTS).sort());
  });

  it.each(Object.entries(EXPORTS))(
    "%s opens for whoever has %s, and nobody else",
    async (name, permission) => {
      for (const role of ROLES) {
        signedIn.actor = await anActor(role);
        const may = RULES[permission]?.roles.charAt(COLUMNS.indexOf(role)) === "x";
        expect({ role, status: (await ask(name)).status }).toEqual({
          role,
          status: may ? 200 : 403,
        });
      }
      signedIn.actor = null;
      expect((await ask(name)).status).toBe(401);
    },
  );

  it.each(Object.keys(EXPORTS))(
    "%s has words for every header, and no code in any cell",
    async (name) => {
      const reader = { audit: "SECTION_CHIEF", people: "ADMIN" } as const;
      if (name === "audit" || name === "people") signedIn.actor = await anActor(reader[name]);
      const sheet = await exported(name, name === "ledger" ? "?all=true" : "");
      expect(headersOf(sheet).filter((header) => /[a-z]+\.[a-z_]+|^[a-z]/.test(header))).toEqual(
        [],
      );
      const codes: unknown[] = [];
      sheet.eachRow((row, number) => {
        if (number <= 2) return;
        row.eachCell(({ value }) => {
          if (
            typeof value === "string" &&
            /^[A-Z]+_[A-Z_]+$|^(DRAFT|PREPAID|MONTHLY|VERBAL|GENERAL|EXPRESS)$/.test(value)
          )
            codes.push(value);
        });
      });
      expect(codes).toEqual([]);
    },
  );

  it("writes amounts and quantities as numbers, dates as dates, states in words, and a total", async () => {
    const sheet = await exported("contracts");
    const amounts = column(sheet, "金额");
    expect(amounts.slice(0, 2)).toEqual([865, 865]);
    expect(amounts).toContain(1730);
    expect(column(sheet, "状态")[0]).toBe("执行中");
    const log = await exported("shipping-log");
    expect(column(log, "发货日期")[0]).toBeInstanceOf(Date);
    expect(sheet.getCell(1, 1).value).toBe("筛选：无");
    expect(String(sheet.getCell(sheet.rowCount, 1).value)).toMatch(/^王敏 于 .+ 导出$/);
  });

  it("follows filter and search, and says so in the first row", async () => {
    const sheet = await exported("slips", `?q=${own.slip.docNo}&status=APPROVED`);
    expect(column(sheet, "出库单号").filter((cell) => String(cell).startsWith("CK"))).toEqual([
      own.slip.docNo,
    ]);
    expect(String(sheet.getCell(1, 1).value)).toContain(String(own.slip.docNo));
  });

  it("neutralises what a spreadsheet would calculate", async () => {
    await createCustomer({ name: '=HYPERLINK("http://evil","x")' });
    const names = column(await exported("customers"), "客户名称");
    expect(names).toContain('\'=HYPERLINK("http://evil","x")');
    expect(names.filter((cell) => typeof cell === "object" && cell !== null)).toEqual([]);
  });

  it("gives a keeper no price, unless the setting opens them", async () => {
    signedIn.actor = await anActor("WAREHOUSE_KEEPER");
    for (const name of ["slips", "notices", "shipping-log", "products"]) {
      const sheet = await exported(name);
      const cells: unknown[] = [];
      sheet.eachRow((row) => row.eachCell(({ value }) => cells.push(value)));
      expect(
        headersOf(sheet).filter((header) => /金额|单价|价格|运费$|目录价/.test(header)),
      ).toEqual([]);
      expect(cells).not.toContain(865);
      expect(cells).not.toContain(86.5);
    }
    signedIn.actor = await anActor("WAREHOUSE_KEEPER", { keeperSeesPrices: true });
    for (const [name, figure] of [
      ["slips", 865],
      ["notices", 865],
      ["shipping-log", 865],
      ["products", 86.5],
    ] as const) {
      const cells: unknown[] = [];
      (await exported(name)).eachRow((row) => row.eachCell(({ value }) => cells.push(value)));
      expect({ name, opened: cells.includes(figure) }).toEqual({ name, opened: true });
    }
  });

  it("gives a salesperson own rows only", async () => {
    signedIn.actor = sales;
    for (const name of ["contracts", "notices", "slips", "packing", "waybills", "shipping-log"]) {
      const text = JSON.stringify((await exported(name)).getSheetValues());
      const [mine, theirs] = [own, foreign].map((shipment) =>
        [shipment.contract.contractNo, shipment.waybill.docNo].map((number) =>
          text.includes(number ?? "?"),
        ),
      );
      expect(mine).toContain(true);
      expect(theirs).toEqual([false, false]);
    }
    const customers = column(await exported("customers"), "客户名称").map(String);
    expect(customers).toContain(own.customer.name);
    expect(customers).not.toContain(foreign.customer.name);
  });

  it("is a download that nobody stores, and leaves one audit row with how many rows left", async () => {
    const before = await db.auditEvent.count({ where: { type: "register.exported" } });
    const response = await ask("slips");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="export.xlsx"; filename\*=UTF-8''/,
    );
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const events = await db.auditEvent.findMany({
      where: { type: "register.exported" },
      orderBy: { at: "desc" },
    });
    expect(events).toHaveLength(before + 1);
    expect(events[0]).toMatchObject({
      actorId: clerk.id,
      details: { register: "slips", rows: 2, filters: "" },
    });
  });

  it("gives the audit trail in words, narrowed to a kind of event", async () => {
    signedIn.actor = await anActor("SECTION_CHIEF");
    await ask("slips"); // leaves an event
    const sheet = await exported("audit", "?type=register.exported");
    const kinds = column(sheet, "事项").filter((cell) => cell !== null && cell !== undefined);
    expect(kinds.length).toBeGreaterThan(0);
    expect(new Set(kinds).size).toBe(1);
    expect(String(kinds[0])).not.toContain(".");
    expect(String(sheet.getCell(1, 1).value)).toContain(String(kinds[0]));
  });

  it("words the class of a shipment as the contract register does", async () => {
    const [log, register] = [await exported("shipping-log"), await exported("contracts")];
    expect(column(log, "合同类型")).toContain("A 类");
    expect(column(log, "合同类型")).not.toContain("A");
    expect(column(register, "类型")).toContain("A 类");
  });

  it("[R1.2.3-a] puts every product of a shipment under it in the log's sheet", async () => {
    const log = await exported("shipping-log", `?q=${own.contract.contractNo}`);
    const [entry, ...lines] = column(log, "明细 产品名称");
    expect(entry).toBeFalsy();
    const goods = await db.slipLine.findMany({
      where: { slipId: own.slip.id },
      orderBy: { lineNo: "asc" },
    });
    expect(lines.slice(0, goods.length)).toEqual(goods.map(({ productName }) => productName));
    expect(column(log, "明细 数量").slice(1, goods.length + 1)).toEqual(
      goods.map(({ issuedQty }) => Number(issuedQty)),
    );
    expect(column(log, "明细 金额").slice(1, goods.length + 1)).toEqual(
      goods.map(({ issuedAmount, amount }) => Number(issuedAmount ?? amount)),
    );
    signedIn.actor = await anActor("WAREHOUSE_KEEPER");
    expect(headersOf(await exported("shipping-log"))).not.toContain("明细 金额");
  });

  it("knows no other register", async () => {
    for (const name of ["person", "__proto__", "toString", "constructor"])
      expect((await ask(name)).status).toBe(404);
  });
});

describe("GET /api/export/ledger/[customerId]", () => {
  const account = (customerId: string) =>
    getLedger(new Request("http://localhost/"), { params: Promise.resolve({ customerId }) });

  it("gives one account with its running balance, to those who see the customer", async () => {
    const customer = await createDebtor();
    await at("2026-11-23", () => deliver(customer, { amount: "1000.00" }));
    const response = await account(customer.id);
    expect(decodeURIComponent(response.headers.get("content-disposition") ?? "")).toContain(
      ` ${customer.name} `,
    );
    const sheet = await sheetOf(response);
    expect(String(sheet.getCell(1, 1).value)).toEqual(
      expect.stringContaining(`${customer.name} 筛选：无`),
    );
    expect(column(sheet, "余额")[0]).toBe(1000);
    signedIn.actor = sales;
    expect((await account(customer.id)).status).toBe(404);
    signedIn.actor = await anActor("WAREHOUSE_KEEPER");
    expect([403, 404]).toContain((await account(customer.id)).status);
  });
});

describe("GET /api/export/stock/[productId]", () => {
  const account = (productId: string, query = "") =>
    getStockAccount(new Request(`http://localhost/${query}`), {
      params: Promise.resolve({ productId }),
    });

  it("gives one product's movements as they are filtered, to those who may read the store", async () => {
    const { id: productId } = await createStockProduct();
    await stockUp({ productId, quantity: "5" });
    await stockUp({ productId, quantity: "3" });
    await stockUp({ productId: (await createStockProduct()).id, quantity: "77" });
    const figures = (sheet: Sheet) => column(sheet, "结存").filter(Number.isFinite);
    expect(figures(await sheetOf(await account(productId)))).toEqual([8, 5]);
    const narrowed = await account(productId, "?moved=2026-11-03,");
    expect(figures(await sheetOf(narrowed))).toEqual([]);
    expect((await account("no-id")).status).toBe(404);
    signedIn.actor = sales;
    expect((await account(productId)).status).toBe(403);
    signedIn.actor = null;
    expect((await account(productId)).status).toBe(401);
  });
});
