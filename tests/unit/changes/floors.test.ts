import { describe, expect, it } from "vitest";
import { type FrozenLine, frozenIssues, type WantedLine } from "@/lib/changes/floors";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";

const line = (changes: Partial<Record<keyof FrozenLine, unknown>> = {}): FrozenLine =>
  ({
    id: "line",
    lineNo: 1,
    isGoods: true,
    productId: "product",
    productName: "立铣刀",
    unit: "支",
    unitPrice: UnitPrice.of("50"),
    noticedQty: Quantity.zero,
    noticedAmount: Money.zero,
    deliveredQty: Quantity.zero,
    closedQty: Quantity.zero,
    taskedQty: Quantity.zero,
    orderedPrepQty: Quantity.zero,
    ...changes,
  }) as FrozenLine;

const wanted = (changes: Partial<Record<keyof WantedLine, unknown>> = {}): WantedLine =>
  ({
    index: 0,
    productId: "product",
    unit: "支",
    quantity: Quantity.of(10),
    unitPrice: UnitPrice.of("50"),
    amount: Money.of("500"),
    ...changes,
  }) as WantedLine;

const codes = (frozen: FrozenLine, now: WantedLine | null) =>
  frozenIssues([frozen], new Map(now ? [[frozen.id, now]] : [])).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe("what of a line can no longer change", () => {
  it("lets a line on which nothing rests change in every way, or go", () => {
    const other = { productId: "other", unit: "盒", unitPrice: UnitPrice.of("1") };
    expect(codes(line(), wanted({ ...other, quantity: Quantity.of(1) }))).toEqual([]);
    expect(codes(line(), null)).toEqual([]);
  });

  it("keeps the quantity at what is on notices or short closed, with the floor in the refusal", () => {
    const frozen = line({ noticedQty: Quantity.of(6), closedQty: Quantity.of(2) });
    const [issue] = frozenIssues(
      [frozen],
      new Map([["line", wanted({ quantity: Quantity.of(7) })]]),
    );
    expect(issue).toMatchObject({
      code: "changes.below_floor",
      details: { floor: "8", unit: "支" },
    });
    expect(codes(frozen, wanted({ quantity: Quantity.of(8) }))).toEqual([]);
  });

  it("keeps product and unit of what is noticed, in production or set aside", () => {
    for (const rests of ["noticedQty", "taskedQty", "orderedPrepQty"] as const) {
      const frozen = line({ [rests]: Quantity.of(1) });
      expect(codes(frozen, wanted({ productId: "other" }))).toEqual([
        "lines.0.productId changes.product_fixed",
      ]);
      expect(codes(frozen, wanted({ unit: "盒" }))).toEqual(["lines.0.unit changes.unit_fixed"]);
      expect(codes(frozen, null)).toEqual(["lines changes.line_not_removable"]);
    }
  });

  it("keeps the price of what is delivered or on a notice", () => {
    const dearer = wanted({ unitPrice: UnitPrice.of("51") });
    const fixed = ["lines.0.unitPrice changes.price_fixed"];
    expect(codes(line({ deliveredQty: Quantity.of(1) }), dearer)).toEqual(fixed);
    expect(codes(line({ noticedQty: Quantity.of(1) }), dearer)).toEqual(fixed);
    expect(codes(line({ taskedQty: Quantity.of(1) }), dearer)).toEqual([]);
  });

  it("keeps of a charge what notices have charged, and of a discount what they gave", () => {
    const freight = line({ isGoods: false, noticedAmount: Money.of("30") });
    const below = ["lines.0.amount changes.amount_below_floor"];
    expect(codes(freight, wanted({ amount: Money.of("29") }))).toEqual(below);
    expect(codes(freight, wanted({ amount: Money.of("30") }))).toEqual([]);
    const discount = line({ isGoods: false, noticedAmount: Money.of("-30") });
    expect(codes(discount, wanted({ amount: Money.of("-29") }))).toEqual(below);
    expect(codes(discount, wanted({ amount: Money.of("-40") }))).toEqual([]);
    expect(codes(discount, null)).toEqual(["lines changes.line_not_removable"]);
  });
});
