import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import {
  assessCredit,
  type CreditFacts,
  isCoveredBy,
  outlookSentence,
  standingExposure,
} from "@/lib/credit/policy";

const yuan = (text: string) => Money.of(text);
/** Customer M of the worked examples: two years of cooperation, monthly, 15,000. */
const customerM: CreditFacts = {
  tier: "MID",
  slipTerm: "MONTHLY",
  customerMode: "MONTHLY",
  creditRevoked: false,
  effectiveLimit: yuan("15000.00"),
  openDeliveries: yuan("12000.00"),
  otherApprovedSlips: Money.zero,
  onAccount: Money.zero,
  oldestOverdue: null,
};
const overdue = calendarDate("2026-10-31");
const violationsOf = (changes: Partial<CreditFacts>, slip: string) =>
  assessCredit({ ...customerM, ...changes }, yuan(slip)).violations;

describe("credit policy, worked examples 9.2", () => {
  it("[R1.3.1-c] a debt of exactly 15,000.00 after the shipment is within the limit", () => {
    const verdict = assessCredit(customerM, yuan("3000.00"));
    expect(verdict.exposure.toString()).toBe("15000.00");
    expect(verdict.violations).toEqual([]);
  });

  it("[R1.3.1-c][R1.3.1-e] one cent more needs the director", () => {
    expect(violationsOf({}, "3000.01")).toEqual(["V3_LIMIT"]);
  });

  it("[R1.3.1-c] money on account lowers the exposure", () => {
    const verdict = assessCredit({ ...customerM, onAccount: yuan("1000.00") }, yuan("4000.00"));
    expect(verdict.exposure.toString()).toBe("15000.00");
    expect(verdict.violations).toEqual([]);
  });

  it("[R1.3.1-c] a quarterly contract is too long for a customer of one to three years", () => {
    expect(violationsOf({ slipTerm: "QUARTERLY" }, "1.00")).toEqual(["V2_TERM"]);
  });

  it("[R1.3.1-c] an accumulated contract is as long as the tier allows", () => {
    expect(violationsOf({ slipTerm: "ACCUMULATED" }, "1.00")).toEqual([]);
  });

  it("[R1.3.1-b] a new customer on credit breaks the prepaid rule on every slip", () => {
    const fresh = { tier: "NEW", customerMode: "PREPAID", effectiveLimit: null } as const;
    expect(violationsOf({ ...fresh, openDeliveries: Money.zero }, "0.01")).toEqual([
      "V1_NOT_PREPAID",
    ]);
    expect(violationsOf(fresh, "900.00")).toEqual(["V1_NOT_PREPAID"]);
  });

  it("[R1.3.1-b] a designated old customer on prepaid terms breaks it as well", () => {
    const designated = { tier: "OLD", customerMode: "PREPAID", effectiveLimit: null } as const;
    expect(violationsOf(designated, "900.00")).toEqual(["V1_NOT_PREPAID"]);
  });

  it("[R1.3.1-e] a revoked customer is V5, and V4 too while something is overdue", () => {
    const revoked = { customerMode: "PREPAID", creditRevoked: true, effectiveLimit: null } as const;
    expect(violationsOf(revoked, "100.00")).toEqual(["V5_REVOKED"]);
    expect(violationsOf({ ...revoked, oldestOverdue: overdue }, "100.00")).toEqual([
      "V4_OVERDUE",
      "V5_REVOKED",
    ]);
  });

  it("[R1.3.1-d] old customers are held to 50,000.00", () => {
    const old = { tier: "OLD", effectiveLimit: yuan("50000.00") } as const;
    const quarterly = { ...old, slipTerm: "QUARTERLY", customerMode: "QUARTERLY" } as const;
    expect(violationsOf(quarterly, "38000.00")).toEqual([]);
    expect(violationsOf(quarterly, "38000.01")).toEqual(["V3_LIMIT"]);
  });

  it("[R1.3.1-e] slips of prepaid contracts are held to amount and punctuality too, without adding to the debt", () => {
    const facts = { slipTerm: "PREPAID", openDeliveries: yuan("15000.01") } as const;
    const verdict = assessCredit({ ...customerM, ...facts }, yuan("9000.00"));
    expect(verdict.exposure.toString()).toBe("15000.01");
    expect(verdict.violations).toEqual(["V3_LIMIT"]);
    expect(violationsOf({ ...facts, oldestOverdue: overdue }, "1.00")).toEqual([
      "V3_LIMIT",
      "V4_OVERDUE",
    ]);
  });

  it("[R1.3.1-e] all violations that hold are named, in their order", () => {
    const facts = {
      slipTerm: "QUARTERLY",
      openDeliveries: yuan("20000.00"),
      oldestOverdue: overdue,
    } as const;
    expect(violationsOf(facts, "1.00")).toEqual(["V2_TERM", "V3_LIMIT", "V4_OVERDUE"]);
  });
});

describe("what the director has let go", () => {
  const atSigning = { violations: ["V3_LIMIT"] as const, exposure: yuan("16000.00") };

  it("[R1.3.1-e] covers the same violations up to the figure that was shown", () => {
    expect(isCoveredBy({ violations: ["V3_LIMIT"], exposure: yuan("16000.00") }, atSigning)).toBe(
      true,
    );
    expect(isCoveredBy({ violations: ["V3_LIMIT"], exposure: yuan("16000.01") }, atSigning)).toBe(
      false,
    );
  });

  it("[R1.3.1-e] does not cover a violation that came on top", () => {
    const now = { violations: ["V3_LIMIT", "V4_OVERDUE"], exposure: yuan("15500.00") } as const;
    expect(isCoveredBy(now, atSigning)).toBe(false);
    expect(isCoveredBy(now, null)).toBe(false);
  });

  it("[R1.3.1-c] a higher exposure without a violation needs nobody", () => {
    expect(isCoveredBy({ violations: [], exposure: yuan("4000.00") }, null)).toBe(true);
  });
});

describe("credit policy, whatever the figures", () => {
  const cents = fc
    .integer({ min: 0, max: 9_000_000 })
    .map((value) => yuan((value / 100).toFixed(2)));
  const anyFacts: fc.Arbitrary<CreditFacts> = fc.record({
    tier: fc.constantFrom("NEW", "MID", "OLD"),
    slipTerm: fc.constantFrom("PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"),
    customerMode: fc.constantFrom("PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"),
    creditRevoked: fc.boolean(),
    effectiveLimit: fc.option(cents, { nil: null }),
    openDeliveries: cents,
    otherApprovedSlips: cents,
    onAccount: cents,
    oldestOverdue: fc.constantFrom(null, overdue),
  });

  it("[R1.3.1-c][R1.3.1-d] the limit is broken exactly above it, to the cent", () => {
    fc.assert(
      fc.property(anyFacts, cents, (facts, limit) => {
        const exposure = standingExposure(facts);
        const slip = limit.minus(exposure);
        const credit = { ...facts, slipTerm: "MONTHLY" as const, effectiveLimit: limit };
        const cent = yuan("0.01");
        expect(assessCredit(credit, slip).violations).not.toContain("V3_LIMIT");
        expect(assessCredit(credit, slip.plus(cent)).violations).toContain("V3_LIMIT");
        expect(assessCredit(credit, slip.minus(cent)).violations).not.toContain("V3_LIMIT");
      }),
    );
  });

  it("[R1.3.1-e] a larger slip never breaks fewer conditions, and V1 and V5 never meet", () => {
    fc.assert(
      fc.property(anyFacts, cents, cents, (facts, slip, more) => {
        const small = assessCredit(facts, slip).violations;
        const large = assessCredit(facts, slip.plus(more)).violations;
        expect(large).toEqual(expect.arrayContaining([...small]));
        expect(large.includes("V1_NOT_PREPAID") && large.includes("V5_REVOKED")).toBe(false);
      }),
    );
  });
});

describe("the sentence of the credit bar", () => {
  const say = (changes: Partial<CreditFacts>, slip: string) => {
    const facts = { ...customerM, ...changes };
    return outlookSentence(facts, assessCredit(facts, yuan(slip)));
  };

  it("[R1.3.1-e] says by how much an order goes over the limit", () => {
    expect(say({}, "6400.00")).toEqual({ code: "over_limit", details: { over: "3400.00" } });
  });

  it("says what is left, with a word from 80 % of the limit on", () => {
    expect(say({ openDeliveries: yuan("1000.00") }, "2000.00").code).toBe("within");
    expect(say({ openDeliveries: yuan("11999.99") }, "0.00").code).toBe("within");
    expect(say({}, "0.00")).toEqual({ code: "near_limit", details: { left: "3000.00" } });
  });

  it("names prepaid orders and other violations", () => {
    expect(say({ slipTerm: "PREPAID" }, "10.00").code).toBe("prepaid");
    expect(say({ oldestOverdue: overdue }, "10.00").code).toBe("needs_director");
  });
});
