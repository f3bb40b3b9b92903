import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/search/route";
import type { Actor } from "@/lib/auth/permissions";
import type { SearchResult } from "@/lib/records/search-documents";
import { createCustomer } from "@/tests/factories/customers";
import { createShipment } from "@/tests/factories/papers";
import { anActor } from "@/tests/factories/people";
import { createProduct, createUnits } from "@/tests/factories/products";

const signedIn = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => signedIn.actor }));

let clerk: Actor;
let sales: Actor;
let keeper: Actor;
let foreign: Awaited<ReturnType<typeof createShipment>>;
let own: Awaited<ReturnType<typeof createShipment>>;

beforeAll(async () => {
  clerk = await anActor("CLERK");
  sales = await anActor("SALESPERSON");
  keeper = await anActor("WAREHOUSE_KEEPER");
  foreign = await createShipment(clerk);
  own = await createShipment(clerk, { ownerId: sales.id });
  await createUnits();
});
beforeEach(() => {
  signedIn.actor = clerk;
});

async function ask(q: string, signal?: AbortSignal) {
  const url = `http://localhost/api/search?q=${encodeURIComponent(q)}`;
  return GET(new Request(url, signal ? { signal } : {}));
}

async function find(q: string, actor: Actor = clerk): Promise<SearchResult[]> {
  signedIn.actor = actor;
  const response = await ask(q);
  expect(response.status).toBe(200);
  return ((await response.json()) as { results: SearchResult[] }).results;
}

describe("GET /api/search", () => {
  it("finds each kind of document by its number and leads to it", async () => {
    const { contract, notice, slip, packingList, waybill } = foreign;
    const expected: [string | null, string][] = [
      [contract.contractNo, `/contracts/${contract.id}`],
      [notice.docNo, `/shipping/notices/${notice.id}`],
      [slip.docNo, `/shipping/slips/${slip.id}`],
      [packingList.docNo, `/shipping/packing/${packingList.id}`],
      [waybill.docNo, `/shipping/waybills/${waybill.id}`],
    ];
    for (const [number, href] of expected) {
      const [first] = await find(number ?? "");
      expect(first).toMatchObject({ label: number, href });
      expect((await find(` ${(number ?? "").toLowerCase()} `))[0]).toEqual(first);
    }
  });

  it("takes the letters whole and the digits as a beginning, the exact number first", async () => {
    const slips = await find("CK");
    expect(new Set(slips.map(({ kind }) => kind))).toEqual(new Set(["slip"]));
    expect(slips.length).toBeGreaterThanOrEqual(2);
    for (const letters of ["C", "CKH", "CKH2026", "K2026"]) {
      expect((await find(letters)).filter(({ kind }) => kind === "slip")).toEqual([]);
    }
    const [first] = await find(own.contract.contractNo.slice(0, -1));
    expect(first?.kind).toBe("contract");
  });

  it("finds customers and products by pinyin initials, and the customer's contracts", async () => {
    const customer = await createCustomer({ name: "华兴机械制造有限公司" });
    const product = await createProduct({ name: "丝锥", spec: "M10×1.5" });
    expect((await find("hxjx"))[0]).toMatchObject({
      kind: "customer",
      label: "华兴机械制造有限公司",
      href: `/customers/${customer.id}`,
    });
    expect(await find("sz")).toContainEqual(
      expect.objectContaining({ kind: "product", href: `/products/${product.id}` }),
    );
  });

  it("shows a salesperson own customers and documents only", async () => {
    expect((await find(own.slip.docNo ?? "", sales)).map(({ id }) => id)).toEqual([own.slip.id]);
    expect(await find(foreign.slip.docNo ?? "", sales)).toEqual([]);
    expect(await find(foreign.waybill.docNo ?? "", sales)).toEqual([]);
    const contracts = await find("LG2026", sales);
    expect(contracts.map(({ id }) => id)).toEqual([own.contract.id]);
  });

  it("leaves out kinds that the role does not read, and every price", async () => {
    expect(await find(foreign.contract.contractNo, keeper)).toEqual([]);
    const seen = await find(foreign.slip.docNo ?? "", keeper);
    expect(seen).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain("865");
  });

  it("answers at most twenty lines, and none that nobody waits for", async () => {
    for (let n = 0; n < 12; n += 1) {
      await createCustomer({ name: `同名机床配件${n}有限公司` });
      await createProduct({ name: "同名机床配件" });
    }
    const results = await find("同名");
    expect(results.length).toBeGreaterThan(6);
    expect(results.length).toBeLessThanOrEqual(20);
    const aborted = await ask("同名", AbortSignal.abort());
    expect(await aborted.json()).toEqual({ results: [] });
  });

  it("refuses strangers, empty questions and overlong ones", async () => {
    expect((await ask("")).status).toBe(400);
    expect((await ask("x".repeat(81))).status).toBe(400);
    signedIn.actor = null;
    expect((await ask("LG2026")).status).toBe(401);
  });
});
