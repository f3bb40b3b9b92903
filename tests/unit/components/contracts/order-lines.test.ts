import { describe, expect, it } from "vitest";
import {
  baseQuantity,
  goodsAmount,
  goodsCells,
  goodsSeed,
  hitCells,
  unitsOf,
} from "@/components/contracts/goods-lines";
import { orderFacts } from "@/components/contracts/order-facts";
import { placeIssues } from "@/components/contracts/order-issues";
import type { GridRow } from "@/components/line-grid/grid-types";
import type { CustomerFile } from "@/lib/contracts/order-values";

const MILL = "0190a0a0-0000-7000-8000-000000000001";
const picked = { id: MILL, code: "XD-0001", label: "立铣刀 φ10", extra: { name: "立铣刀" } };

/** A line of the standard mill: 支 in packs of ten, list price 50.00. */
function row(cells: Record<string, string> = {}, isPicked = true): GridRow {
  return {
    id: cells.id ?? "row-1",
    cells: {
      productName: "立铣刀 φ10",
      unit: "支",
      baseUnit: "支",
      packs: "盒=10",
      proven: "1",
      quantity: "12",
      unitPrice: "50",
      ...cells,
    },
    picked: isPicked ? { productName: picked } : {},
    prefilled: {},
  };
}

describe("a goods line", () => {
  it("counts packs in base units", () => {
    expect(baseQuantity(row({ unit: "盒", quantity: "2" }))?.toString()).toBe("20");
    expect(baseQuantity(row())?.toString()).toBe("12");
    expect(baseQuantity(row({ quantity: "many" }))).toBeNull();
  });

  it("prices net prices with the tax on top", () => {
    expect(goodsAmount(row(), "0.13")?.toString()).toBe("600.00");
    expect(goodsAmount(row({ unitPrice: "50n" }), "0.13")?.toString()).toBe("678.00");
    expect(goodsAmount(row({ unitPrice: "" }), "0.13")).toBeNull();
  });

  it("offers the product's own units, and all units for what is not in the list", () => {
    expect(unitsOf(row(), ["件", "套"])).toEqual(["支", "盒"]);
    expect(unitsOf(row({}, false), ["件", "套"])).toEqual(["件", "套"]);
  });

  it("keeps the product's name without its spec, and only a picked product's id", () => {
    expect(goodsCells(row())).toMatchObject({ productName: "立铣刀", product: { id: MILL } });
    expect(goodsCells(row({}, false)).product).toBeNull();
  });

  it("comes back from a saved draft as it was", () => {
    const cells = goodsCells(row({ lineRemark: "急" }));
    const { cells: seeded, picked: pickedAgain } = goodsSeed(cells);
    expect(
      goodsCells({ id: "r", cells: seeded, picked: pickedAgain ?? {}, prefilled: {} }),
    ).toEqual(cells);
  });

  it("takes unit, packs and the customer's price from a hit", () => {
    const extra = { unit: "支", packs: "盒=10", isStandard: true, firstProducedOn: "2020-01-01" };
    const hit = { ...picked, extra: { ...extra, levelPrice: "47.5", listPrice: "50" } };
    expect(hitCells(hit)).toMatchObject({ unit: "支", packs: "盒=10", unitPrice: "47.50" });
    expect(hitCells({ ...hit, extra: { ...hit.extra, firstProducedOn: null } }).proven).toBe("0");
  });
});

const customer = { effectiveContracts: 5, settlementMode: "MONTHLY" } as CustomerFile;
const known = {
  charges: [],
  taxRate: "0.13",
  paymentTerm: "MONTHLY",
  customer,
  formalAmountThreshold: "10000.00",
} as const;
const stock = (freeToPromise: string) => ({
  [MILL]: { onHand: "100", reserved: "0", freeToPromise },
});

describe("what is known about an order while it is typed", () => {
  it("[R1.1.3-A] is class A while stock covers every line", () => {
    const facts = orderFacts({ ...known, goods: [row()], stock: stock("12") });
    expect(facts).toMatchObject({ contractClass: "A", short: [], recommended: "VERBAL" });
  });

  it("[R1.1.3-B1] names what is missing when two lines share too little stock", () => {
    const goods = [row(), row({ id: "row-2" })];
    const facts = orderFacts({ ...known, goods, stock: stock("20") });
    expect(facts.contractClass).toBe("B");
    expect(facts.short).toMatchObject([{ lineNo: 2, missing: "4", unit: "支", isNew: false }]);
  });

  it("[R1.1.3-C1][R1.1.2-F] is class C and formal with a product that is not in the list", () => {
    const goods = [row({ drawingNo: "T-1" }, false)];
    const facts = orderFacts({ ...known, goods, stock: stock("20") });
    expect(facts).toMatchObject({ contractClass: "C", recommended: "FORMAL" });
    expect(facts.because).toEqual(["NON_STANDARD"]);
  });

  it("[R1.1.2-V] lists the grounds for a verbal order and adds up charges", () => {
    const freight: GridRow = {
      id: "c",
      cells: { lineKind: "DISCOUNT", productName: "让利", amount: "100" },
      picked: {},
      prefilled: {},
    };
    const facts = orderFacts({ ...known, goods: [row()], charges: [freight], stock: stock("20") });
    expect(facts.total.toString()).toBe("500.00");
    expect(facts.grounds).toEqual(["REPEAT", "MONTHLY", "SMALL"]);
  });

  it("says nothing of the class before the stock has answered", () => {
    expect(orderFacts({ ...known, goods: [row()], stock: null }).contractClass).toBeNull();
    expect(orderFacts({ ...known, goods: [row()], stock: {} }).contractClass).toBeNull();
  });
});

describe("a refused order", () => {
  const place = { goodsCount: 2, isFormal: false };
  const at = (path: string) => ({ path, code: "common.required" });

  it("shows each issue at its cell: goods first, then charges", () => {
    const placed = placeIssues(
      [at("order.lines.1.productId"), at("lines.2.amount"), at("order.ordererName")],
      place,
    );
    expect(placed.goods.map(({ path }) => path)).toEqual(["lines.1.productName"]);
    expect(placed.charges.map(({ path }) => path)).toEqual(["lines.0.amount"]);
    expect(placed.head.map(({ path }) => path)).toEqual(["ordererName"]);
  });

  it("says above the form what has no field on the screen", () => {
    const placed = placeIssues([at("lines"), at("clauses.qualityClause")], place);
    expect(placed.elsewhere.map(({ path }) => path)).toEqual(["lines", "clauses.qualityClause"]);
    expect(
      placeIssues([at("clauses.qualityClause")], { ...place, isFormal: true }).head,
    ).toHaveLength(1);
  });
});
