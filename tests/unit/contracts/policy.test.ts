import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  classOf,
  isSignedEarly,
  missingRegisterColumns,
  percentBeforeDelivery,
  productSummary,
  recommendForm,
  splitLines,
  verbalGrounds,
} from "@/lib/contracts/policy";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";

const threshold = Money.of("10000.00");
const form = (changes: Partial<Parameters<typeof recommendForm>[0]> = {}) =>
  recommendForm({
    paymentTerm: "MONTHLY",
    total: Money.of("9999.99"),
    formalAmountThreshold: threshold,
    hasNewLine: false,
    ...changes,
  });

describe("the recommended form", () => {
  it("[R1.1.2-F] is formal for a prepaid customer, a large amount or a non-standard line", () => {
    expect(form({ paymentTerm: "PREPAID" })).toEqual({ form: "FORMAL", because: ["PREPAID"] });
    expect(form({ total: Money.of("10000.00") })).toEqual({ form: "FORMAL", because: ["LARGE"] });
    expect(form({ hasNewLine: true })).toEqual({ form: "FORMAL", because: ["NON_STANDARD"] });
  });

  it("[R1.1.2-V] may be verbal for small amounts on credit", () => {
    expect(form()).toEqual({ form: "VERBAL", because: [] });
  });

  it("[R1.1.2-V] names what speaks for a verbal order: three contracts before, monthly, accumulated, small", () => {
    const grounds = (
      effectiveContracts: number,
      customerMode: "PREPAID" | "MONTHLY" | "ACCUMULATED",
      total: string,
    ) =>
      verbalGrounds({
        effectiveContracts,
        customerMode,
        total: Money.of(total),
        formalAmountThreshold: threshold,
      });
    expect(grounds(2, "PREPAID", "10000.00")).toEqual([]);
    expect(grounds(3, "MONTHLY", "9999.99")).toEqual(["REPEAT", "MONTHLY", "SMALL"]);
    expect(grounds(0, "ACCUMULATED", "20000.00")).toEqual(["ACCUMULATED"]);
  });
});

const line = (
  lineId: string,
  quantity: string,
  changes: { productId?: string | null; isProven?: boolean } = {},
) => ({
  lineId,
  productId: "drill",
  isProven: true,
  ...changes,
  quantity: Quantity.of(quantity),
});

describe("splitting lines into stock and production", () => {
  it("[R1.1.3-A] covers a line from stock that is free to promise: class A", () => {
    const split = splitLines([line("1", "40")], new Map([["drill", Quantity.of("40")]]));
    expect(split[0]).toMatchObject({ supplyType: "STOCK" });
    expect(classOf(split)).toBe("A");
  });

  it("[R1.1.3-A] takes 40 from stock and 60 from production of a line of 100: class B", () => {
    const [split] = splitLines([line("1", "100")], new Map([["drill", Quantity.of("40")]]));
    expect(split && [split.supplyType, `${split.qtyFromStock}`, `${split.qtyToProduce}`]).toEqual([
      "PRODUCE",
      "40",
      "60",
    ]);
    expect(classOf(split ? [split] : [])).toBe("B");
  });

  it("[R1.1.3-A] promises the same pieces only once within a contract", () => {
    const split = splitLines(
      [line("1", "30"), line("2", "30")],
      new Map([["drill", Quantity.of("40")]]),
    );
    expect(split.map(({ qtyFromStock }) => `${qtyFromStock}`)).toEqual(["30", "10"]);
  });

  it("[R1.1.3-C1] makes a line NEW when the product was never made or is not in the master", () => {
    const split = splitLines(
      [line("1", "5", { isProven: false }), line("2", "5", { productId: null })],
      new Map(),
    );
    expect(split.map(({ supplyType }) => supplyType)).toEqual(["NEW", "NEW"]);
    expect(classOf(split)).toBe("C");
  });

  it("always adds up to the line and never takes more than is free", () => {
    const quantities = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(quantities, fc.integer({ min: -20, max: 2000 }), (wanted, free) => {
        const lines = wanted.map((quantity, i) => line(`${i}`, `${quantity}`));
        const split = splitLines(lines, new Map([["drill", Quantity.of(free)]]));
        for (const [i, { qtyFromStock, qtyToProduce }] of split.entries()) {
          expect(`${qtyFromStock.plus(qtyToProduce)}`).toBe(`${wanted[i]}`);
          expect(qtyFromStock.isNegative()).toBe(false);
        }
        const taken = Quantity.sum(split.map(({ qtyFromStock }) => qtyFromStock));
        expect(taken.isGreaterThan(Quantity.of(Math.max(free, 0)))).toBe(false);
      }),
    );
  });
});

describe("a prepaid plan", () => {
  it("[R1.3.1-P1] asks before delivery for all but the instalments after it", () => {
    const item = (kind: string, percent: string) => ({ kind, percent, dueDays: null });
    expect(`${percentBeforeDelivery("PREPAID", [])}`).toBe("100");
    expect(
      `${percentBeforeDelivery("PREPAID", [item("DEPOSIT", "20"), item("BALANCE", "50"), item("AFTER_DELIVERY", "30")])}`,
    ).toBe("70");
    expect(`${percentBeforeDelivery("MONTHLY", [])}`).toBe("0");
  });
});

describe("the register row", () => {
  it("[R1.1.5-R2] is complete only when no mandatory column is empty", () => {
    expect(missingRegisterColumns({ contractNo: "LG2026-001", handler: " ", tier: null })).toEqual([
      "handler",
      "tier",
    ]);
  });

  it("names the first product and how many there are", () => {
    expect(productSummary(["立铣刀"])).toBe("立铣刀");
    expect(productSummary(["立铣刀", "钻头", "丝锥"])).toBe("立铣刀 等3项");
  });
});

describe("the date on a formal contract", () => {
  it("[R1.1.4-b] is watched when it is earlier than the day of approval", () => {
    const on = (signDate: string | null, form: "FORMAL" | "VERBAL" = "FORMAL") =>
      isSignedEarly({ form, signDate }, "2026-11-23");
    expect([on("2026-11-22"), on("2026-11-23"), on("2026-11-24"), on(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(on("2026-11-22", "VERBAL")).toBe(false);
  });
});
