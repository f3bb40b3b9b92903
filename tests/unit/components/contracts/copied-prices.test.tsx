import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { CopiedPrices } from "@/components/contracts/copied-prices";
import { goodsSeed, hitCells } from "@/components/contracts/goods-lines";
import { outdatedPrices } from "@/components/contracts/outdated-prices";
import type { HintState } from "@/components/contracts/use-order-hints";
import { useOrderKeys } from "@/components/contracts/use-order-keys";
import { cellText, type GridColumn, type GridRow } from "@/components/line-grid/grid-types";
import { useLineGrid } from "@/components/line-grid/use-line-grid";
import type { GoodsCells, ProductFacts } from "@/lib/contracts/order-values";
import { calendarDate } from "@/lib/core/calendar-date";
import { renderInApp, wordsOf } from "../render-in-app";

const MILL = "0190a0a0-0000-7000-8000-000000000001";
const DRILL = "0190a0a0-0000-7000-8000-000000000002";
const NEVER = () => undefined;

function product(id: string, name: string): ProductFacts {
  return {
    ...{ id, code: id.slice(-4), name, spec: "φ10", drawingNo: "", unit: "支", packs: [] },
    ...{ isProven: true, price: "90.0000" },
  };
}

function line(id: string, name: string, unitPrice: string): GoodsCells {
  return {
    ...{ product: product(id, name), productName: name, spec: "φ10", drawingNo: "", unit: "支" },
    ...{ quantity: "2", unitPrice, deliveryOn: "", brand: "", lineRemark: "" },
  };
}

function row(cells: GoodsCells, changes: Record<string, string> = {}): GridRow {
  const { cells: seeded, picked = {} } = goodsSeed(cells, { isCopied: true });
  return { id: cells.productName, cells: { ...seeded, ...changes }, picked, prefilled: {} };
}

const TODAY = { [MILL]: { price: "90.0000" }, [DRILL]: { price: "12.5000" } };
const outdated = (...rows: GridRow[]) => outdatedPrices(rows, TODAY, "0.13");

describe("copied prices", () => {
  it("are pointed out where today's default is another", () => {
    expect(outdated(row(line(DRILL, "钻头", "12.50")), row(line(MILL, "立铣刀", "86.50")))).toEqual(
      [{ rowId: "立铣刀", lineNo: 2, productName: "立铣刀", copied: "86.5000", today: "90.0000" }],
    );
  });

  it("are compared with tax when they were typed without", () => {
    expect(outdated(row(line(MILL, "立铣刀", "79.6460n")))).toEqual([]);
    expect(outdated(row(line(MILL, "立铣刀", "79n")))).toMatchObject([{ copied: "89.2700" }]);
  });

  it("are nobody's business any more once the price was typed or another product picked", () => {
    const old = line(MILL, "立铣刀", "86.50");
    expect(outdated(row(old, { unitPrice: "88" }))).toEqual([]);
    const hit = { id: DRILL, code: "X", label: "钻头", extra: { listPrice: "12.5" } };
    expect(outdated(row(old, hitCells(hit)))).toEqual([]);
  });

  it("are left alone without a default, and in an order that is no copy", () => {
    expect(outdatedPrices([row(line(MILL, "立铣刀", "86.50"))], {}, "0.13")).toEqual([]);
    const own = goodsSeed(line(MILL, "立铣刀", "86.50"));
    expect(own.cells.copiedPrice).toBeUndefined();
  });
});

const COLUMNS: readonly GridColumn[] = [
  { key: "productName", header: "产品", kind: "text", width: 100 },
  { key: "unitPrice", header: "单价", kind: "price", width: 80 },
];
const SEEDS = [line(MILL, "立铣刀", "86.50"), line(DRILL, "钻头", "12.00")].map((cells) =>
  goodsSeed(cells, { isCopied: true }),
);
const HINT = {
  hints: { products: { [MILL]: { price: "90" }, [DRILL]: { price: "12.5" } } },
  pricesOf: "",
  status: "ready",
} as unknown as HintState;

function Screen() {
  const goods = useLineGrid(COLUMNS, SEEDS);
  useOrderKeys({ onSave: NEVER, onSubmit: NEVER });
  return (
    <>
      <CopiedPrices
        copiedFrom={{ number: "LG2026-012", on: calendarDate("2026-03-01") }}
        goods={goods}
        hint={HINT}
        taxRate="0.13"
      />
      <output>{goods.lines.map((each) => cellText(each, "unitPrice")).join(" ")}</output>
    </>
  );
}

const prices = () => document.querySelector("output")?.textContent;

describe("the notice over a copied order", () => {
  it("names the old order and each line, and takes today's price of one line at a click", async () => {
    const { container } = renderInApp(<Screen />);
    expect(wordsOf(container)).toContain("LG2026-012（2026-03-01）");
    expect(wordsOf(container)).toContain("第 1 行 立铣刀：抄来的价 86.50，现行价 90.00");
    await userEvent.click(screen.getByRole("button", { name: "第 1 行用现行价" }));
    expect(prices()).toBe("90.00 12.00");
    expect(wordsOf(container)).not.toContain("立铣刀：");
  });

  it("takes all of them at a key, and is gone", async () => {
    const { container } = renderInApp(<Screen />, "en");
    await userEvent.keyboard("{Alt>}[KeyT]{/Alt}");
    expect(prices()).toBe("90.00 12.50");
    expect(wordsOf(container)).not.toContain("copied price");
  });
});
