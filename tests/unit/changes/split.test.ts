import { describe, expect, it } from "vitest";
import { type LineToSplitAnew, splitAnew } from "@/lib/changes/split";
import { Quantity } from "@/lib/core/quantity";

const line = (
  quantity: number,
  changes: { bound?: number; made?: number; isProven?: boolean; id?: string } = {},
): LineToSplitAnew => ({
  lineId: changes.id ?? "a",
  productId: "p",
  quantity: Quantity.of(quantity),
  isProven: changes.isProven ?? true,
  boundFromStock: Quantity.of(changes.bound ?? 0),
  inProduction: Quantity.of(changes.made ?? 0),
});
const split = (lines: readonly LineToSplitAnew[], free: number) =>
  splitAnew(lines, new Map([["p", Quantity.of(free)]])).map(
    ({ supplyType, qtyFromStock, qtyToProduce }) =>
      `${supplyType} ${qtyFromStock.toString()}+${qtyToProduce.toString()}`,
  );

describe("the split of a changed contract", () => {
  it("keeps what is bound and what is in production, and covers the rest from stock first", () => {
    expect(split([line(120, { bound: 40, made: 60 })], 15)).toEqual(["PRODUCE 55+65"]);
    expect(split([line(100, { bound: 40, made: 60 })], 500)).toEqual(["PRODUCE 40+60"]);
  });

  it("lowers production before stock that is bound, and never below the quantity", () => {
    expect(split([line(30, { bound: 40, made: 60 })], 0)).toEqual(["STOCK 30+0"]);
    expect(split([line(70, { bound: 40, made: 60 })], 0)).toEqual(["PRODUCE 40+30"]);
  });

  it("gives free stock once, in line order, and none where more is promised than there is", () => {
    expect(split([line(10), line(10, { id: "b" })], 12)).toEqual(["STOCK 10+0", "PRODUCE 2+8"]);
    expect(split([line(10)], -5)).toEqual(["PRODUCE 0+10"]);
  });

  it("[R1.1.3-C1] makes a line NEW that was never produced", () => {
    expect(split([line(10, { isProven: false })], 100)).toEqual(["NEW 0+10"]);
  });
});
