import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isMixed,
  type LineSupply,
  shippableNow,
  splitFloors,
  unorderedStock,
} from "@/lib/contracts/line-supply";
import { proposedSplit, splitIssue } from "@/lib/contracts/resplit-policy";
import { Quantity } from "@/lib/core/quantity";
import { preparationIssues, shortages } from "@/lib/preparation/policy";

const q = (value: number) => Quantity.of(value);
const upTo = (max: number) => fc.integer({ min: 0, max });

/** Figures as a contract line can have them. */
const supply: fc.Arbitrary<LineSupply> = fc
  .tuple(fc.integer({ min: 1, max: 100 }), upTo(100), upTo(100), upTo(100), upTo(100), upTo(100))
  .map(([quantity, stock, produced, ordered, prepared, noticed]) => {
    const fromStock = Math.min(stock, quantity);
    const orderedQty = Math.min(ordered, fromStock);
    return {
      quantity: q(quantity),
      closedQty: q(0),
      qtyFromStock: q(fromStock),
      qtyToProduce: q(quantity - fromStock),
      producedQty: q(Math.min(produced, quantity - fromStock)),
      orderedPrepQty: q(orderedQty),
      preparedQty: q(Math.min(prepared, orderedQty)),
      noticedQty: q(Math.min(noticed, quantity)),
      taskedQty: q(0),
    };
  });

describe("what may leave of a line", () => {
  it("[R1.1.3-P] is never more than is left of it, nor more than is prepared or made", () => {
    fc.assert(
      fc.property(supply, fc.boolean(), (line, mixed) => {
        const now = shippableNow(line, mixed);
        expect(now.isNegative()).toBe(false);
        expect(line.noticedQty.plus(now).isGreaterThan(line.quantity)).toBe(false);
        const most = (mixed ? line.preparedQty : line.qtyFromStock).plus(line.producedQty);
        if (now.isPositive()) expect(line.noticedQty.plus(now).isGreaterThan(most)).toBe(false);
      }),
    );
  });

  it("[R1.1.3-P] a line of 100 with 40 in stock is mixed, and all of its 40 are to be prepared", () => {
    const line = { qtyFromStock: q(40), qtyToProduce: q(60) };
    expect([isMixed([line]), isMixed([{ ...line, qtyToProduce: q(0) }])]).toEqual([true, false]);
  });

  it("never asks for more preparation than the stock part", () => {
    fc.assert(
      fc.property(supply, (line) => {
        const open = unorderedStock(line);
        expect(open.isNegative()).toBe(false);
        expect(line.orderedPrepQty.plus(open).isGreaterThan(line.qtyFromStock)).toBe(false);
      }),
    );
  });
});

describe("a new split", () => {
  it("[R1.1.3-P] that is accepted adds up and keeps what is bound, ordered, tasked or made", () => {
    fc.assert(
      fc.property(supply, upTo(120), upTo(120), upTo(100), (before, stock, produce, free) => {
        const floors = splitFloors(before);
        const issue = splitIssue({
          lineNo: 1,
          unit: "支",
          isNew: false,
          before,
          floors,
          free: q(free),
          qtyFromStock: q(stock),
          qtyToProduce: q(produce),
        });
        if (issue !== null) return;
        expect(q(stock).plus(q(produce)).toString()).toBe(before.quantity.toString());
        const moved = q(stock).minus(before.qtyFromStock);
        if (moved.isZero()) return;
        expect(q(stock).isLessThan(floors.fromStock)).toBe(false);
        expect(q(produce).isLessThan(floors.toProduce)).toBe(false);
        expect(moved.isGreaterThan(q(free))).toBe(false);
      }),
    );
  });
});

describe("the split that is proposed after a shortage", () => {
  it("[R1.1.3-P] moves what is missing and on no order to production, and can be saved as it is", () => {
    fc.assert(
      fc.property(supply, upTo(100), (before, missing) => {
        const { fromStock, toProduce } = proposedSplit(before, q(missing));
        const moved = before.qtyFromStock.minus(fromStock);
        expect(moved.isGreaterThan(q(missing))).toBe(false);
        expect(moved.isGreaterThan(unorderedStock(before))).toBe(false);
        if (missing === 0) expect(moved.isZero()).toBe(true);
        const issue = splitIssue({
          lineNo: 1,
          unit: "支",
          isNew: false,
          before,
          floors: splitFloors(before),
          free: q(0),
          qtyFromStock: fromStock,
          qtyToProduce: toProduce,
        });
        expect(issue).toBeNull();
      }),
    );
  });
});

describe("a preparation order", () => {
  const row = (id: string, unordered: number, available: number) => ({
    contractLineId: id,
    lineNo: 1,
    productId: "p",
    productName: "立铣刀",
    unit: "支",
    unordered: q(unordered),
    available: q(available),
  });

  it("[R1.1.3-P] takes two lines of one product from the same stock only once", () => {
    const rows = [row("a", 6, 10), row("b", 6, 10)];
    const wanted = [
      { contractLineId: "a", quantity: q(6) },
      { contractLineId: "b", quantity: q(6) },
    ];
    expect(preparationIssues(rows, wanted, { mandatory: true })).toMatchObject([
      { code: "preparation.over_available", details: { wanted: "6", available: "4" } },
    ]);
  });

  it("names every fault beside its cell", () => {
    const twice = { contractLineId: "a", quantity: q(1) };
    const issues = preparationIssues([row("a", 6, 10)], [twice, twice], { mandatory: false });
    expect(issues.map(({ code }) => code)).toEqual(["preparation.line_unknown"]);
  });

  it("[R1.1.3-P] what is prepared and what is missing make up what was asked, never below a notice", () => {
    fc.assert(
      fc.property(upTo(50), upTo(50), upTo(60), (asked, bound, ready) => {
        const line = {
          id: "l",
          unit: "支",
          productName: "钻头",
          prepareQty: q(asked),
          releasedQty: q(0),
          bound: q(Math.min(bound, asked)),
        };
        const { missing, issues } = shortages([line], new Map([["l", q(ready)]]));
        if (issues.length > 0) return;
        const short = missing.get("l") ?? q(0);
        expect(short.plus(q(ready)).toString()).toBe(String(asked));
        expect(short.isGreaterThan(line.bound)).toBe(false);
      }),
    );
  });
});
