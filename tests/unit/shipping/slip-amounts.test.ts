import { describe, expect, it } from "vitest";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import {
  type IssuableLine,
  type SlippableLine,
  shareIssued,
  shareOnSlip,
} from "@/lib/shipping/slip-amounts";

const line = (changes: Partial<SlippableLine> = {}): SlippableLine => ({
  noticeLineId: "a",
  lineKind: "GOODS",
  unit: "支",
  quantity: Quantity.of(3),
  amount: Money.of("300"),
  unitPrice: UnitPrice.of(100),
  slippedQty: Quantity.zero,
  slippedAmount: Money.zero,
  lineQtySoFar: Quantity.zero,
  lineAmountSoFar: Money.zero,
  ...changes,
});

describe("what a slip takes of its notice", () => {
  it("[R1.2.2-a] refuses more than the notice has left", () => {
    const { issues } = shareOnSlip(
      [line({ slippedQty: Quantity.of(1) })],
      new Map([["a", Quantity.of(3)]]),
    );
    expect(issues).toEqual([
      {
        path: "quantities.a",
        code: "shipping.over_notice_quantity",
        details: { available: "2", unit: "支" },
      },
    ]);
  });

  it("takes charges with the first slip and the discount with the goods", () => {
    const freight = line({ noticeLineId: "f", lineKind: "FREIGHT", amount: Money.of("50") });
    const discount = line({ noticeLineId: "d", lineKind: "DISCOUNT", amount: Money.of("-10") });
    const first = shareOnSlip([line(), freight, discount], new Map([["a", Quantity.of(1)]]));
    expect(first.shares.map(({ amount }) => amount.toString())).toEqual([
      "100.00",
      "50.00",
      "-3.33",
    ]);
  });
});

describe("what was really issued", () => {
  const issuable = (changes: Partial<IssuableLine> = {}): IssuableLine => ({
    slipLineId: "a",
    lineKind: "GOODS",
    unit: "支",
    requestedQty: Quantity.of(3),
    amount: Money.of("1.00"),
    unitPrice: UnitPrice.of("0.3333"),
    lineQtySoFar: Quantity.zero,
    lineAmountSoFar: Money.zero,
    ...changes,
  });

  it("[R1.2.2-c] keeps the signed amount of a full line and prices a short one anew", () => {
    const full = shareIssued([issuable()], new Map());
    expect([full.shares[0]?.amount.toString(), full.isShort]).toEqual(["1.00", false]);
    const short = shareIssued([issuable()], new Map([["a", Quantity.of(2)]]));
    expect([short.shares[0]?.amount.toString(), short.isShort]).toEqual(["0.67", true]);
  });

  it("[R1.2.2-c] never issues more than requested, and not nothing", () => {
    expect(shareIssued([issuable()], new Map([["a", Quantity.of(4)]])).issues).toMatchObject([
      { code: "shipping.over_requested_quantity" },
    ]);
    expect(shareIssued([issuable()], new Map([["a", Quantity.zero]])).issues).toMatchObject([
      { path: "lines", code: "shipping.nothing_issued" },
    ]);
  });
});
