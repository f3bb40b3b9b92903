import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Money } from "@/lib/core/money";
import { assessPaymentPlan, type Instalment } from "@/lib/core/payment-plan";

const before = { isDeposit: false, isBeforeDelivery: true };
const after = { isDeposit: false, isBeforeDelivery: false };
const deposit = { isDeposit: true, isBeforeDelivery: true };

describe("a payment plan", () => {
  it("covers the total by percentages and amounts, and says what is due before delivery", () => {
    const plan: Instalment[] = [
      { percent: "20", ...deposit },
      { amount: "3000", ...before },
      { percent: 50, ...after },
    ];
    const verdict = assessPaymentPlan(Money.of(10_000), plan);
    expect(verdict.amounts.map(String)).toEqual(["2000.00", "3000.00", "5000.00"]);
    expect(verdict.missing.isZero()).toBe(true);
    expect(verdict.dueBeforeDelivery.toString()).toBe("5000.00");
    expect(verdict.isDepositTooHigh).toBe(false);
  });

  it("says what is missing or too much", () => {
    const missing = (percent: string) =>
      assessPaymentPlan(Money.of(100), [{ percent, ...before }]).missing.toString();
    expect(missing("99")).toBe("1.00");
    expect(missing("101")).toBe("-1.00");
    expect(assessPaymentPlan(Money.of(100), []).missing.toString()).toBe("100.00");
  });

  it("caps a deposit at 20 %, and no plain prepayment", () => {
    const isTooHigh = (amount: string, kind: typeof deposit) =>
      assessPaymentPlan(Money.of("999.99"), [{ amount, ...kind }]).isDepositTooHigh;
    expect(isTooHigh("199.99", deposit)).toBe(false);
    expect(isTooHigh("200.00", deposit)).toBe(true);
    expect(isTooHigh("900.00", before)).toBe(false);
  });

  it("sums percentages that make 100 to the total, to the cent", () => {
    const cents = fc.integer({ min: 1, max: 2_000_000_000 });
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 });
    fc.assert(
      fc.property(cents, cuts, (hundredths, list) => {
        const bounds = [0, ...list.sort((a, b) => a - b), 100];
        const plan = bounds
          .slice(1)
          .map((bound, i) => ({ percent: bound - (bounds[i] ?? 0), ...before }));
        const total = Money.of(hundredths).times("0.01");
        expect(assessPaymentPlan(total, plan).missing.isZero()).toBe(true);
      }),
    );
  });
});
