import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Money } from "@/lib/core/money";
import {
  effectiveLimit,
  isAboveCeiling,
  isLooserTerm,
  SETTLEMENT_MODES,
  type TermProposal,
  type TermStanding,
  TIERS,
  termChangeRefusal,
  termsAfter,
  tierCeiling,
} from "@/lib/credit/terms-policy";

const yuan = (text: string) => Money.of(text);
const limits = {
  limitMid: yuan("15000.00"),
  limitOld: yuan("50000.00"),
  tierYears: [1, 3] as const,
};
const prepaid = { settlementMode: "PREPAID", creditLimit: null } as const;
const monthly = { settlementMode: "MONTHLY", creditLimit: yuan("8000.00") } as const;
const standing: TermStanding = {
  current: prepaid,
  tier: "MID",
  creditRevoked: false,
  designatedPrepaid: false,
  overdueAmount: Money.zero,
};
const grant: TermProposal = { kind: "GRANT", mode: "MONTHLY", limit: null, accumulatedFrom: null };
const refusal = (proposal: Partial<TermProposal>, changes: Partial<TermStanding> = {}) =>
  termChangeRefusal({ ...grant, ...proposal }, { ...standing, ...changes }, limits)?.code ?? null;

describe("ceilings of the tiers", () => {
  it("[R1.3.1-b][R1.3.1-c][R1.3.1-d] are prepaid, monthly and quarterly", () => {
    expect(TIERS.map(tierCeiling)).toEqual(["PREPAID", "MONTHLY", "QUARTERLY"]);
    expect(SETTLEMENT_MODES.filter((mode) => isAboveCeiling(mode, "NEW"))).toEqual([
      "MONTHLY",
      "QUARTERLY",
      "ACCUMULATED",
    ]);
    expect(SETTLEMENT_MODES.filter((mode) => isAboveCeiling(mode, "MID"))).toEqual(["QUARTERLY"]);
    expect(SETTLEMENT_MODES.filter((mode) => isAboveCeiling(mode, "OLD"))).toEqual([]);
  });

  it("[R1.3.1-c][R1.3.1-d] the lower of the granted and the tier's amount counts", () => {
    expect(effectiveLimit(monthly, "MID", limits)?.toString()).toBe("8000.00");
    const high = { settlementMode: "QUARTERLY", creditLimit: yuan("50000.00") } as const;
    expect(effectiveLimit(high, "OLD", limits)?.toString()).toBe("50000.00");
    expect(effectiveLimit(high, "MID", limits)?.toString()).toBe("15000.00");
    const open = { settlementMode: "MONTHLY", creditLimit: null } as const;
    expect(effectiveLimit(open, "MID", limits)?.toString()).toBe("15000.00");
  });

  it("[R1.3.1-b] new and prepaid customers have no limit", () => {
    expect(effectiveLimit(monthly, "NEW", limits)).toBeNull();
    expect(effectiveLimit(prepaid, "OLD", limits)).toBeNull();
  });

  it("[R1.3.1-a] tells a contract term that is looser than the customer's", () => {
    expect(isLooserTerm("MONTHLY", "PREPAID", "MID")).toBe(true);
    expect(isLooserTerm("QUARTERLY", "MONTHLY", "OLD")).toBe(true);
    expect(isLooserTerm("PREPAID", "MONTHLY", "MID")).toBe(false);
    expect(isLooserTerm("ACCUMULATED", "MONTHLY", "MID")).toBe(false);
    expect(isLooserTerm("ACCUMULATED", "PREPAID", "NEW")).toBe(true);
  });
});

describe("what F20 may grant", () => {
  it("[R1.3.1-a] grants terms within the ceiling", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ limit: yuan("15000.00") })).toBeNull();
    expect(refusal({ mode: "QUARTERLY", limit: yuan("50000.00") }, { tier: "OLD" })).toBeNull();
  });

  it("[R1.3.1-b] grants a new customer nothing but prepayment", () => {
    expect(refusal({}, { tier: "NEW" })).toBe("credit.mode_above_ceiling");
    const accumulated = { mode: "ACCUMULATED", accumulatedFrom: yuan("1000.00") } as const;
    expect(refusal(accumulated, { tier: "NEW" })).toBe("credit.mode_above_ceiling");
  });

  it("[R1.3.1-c] refuses a quarterly term and a cent too much for one to three years", () => {
    expect(refusal({ mode: "QUARTERLY" })).toBe("credit.mode_above_ceiling");
    expect(refusal({ limit: yuan("15000.01") })).toBe("credit.limit_above_ceiling");
  });

  it("[R1.3.1-d] refuses a cent too much for old customers", () => {
    const proposal = { mode: "QUARTERLY", limit: yuan("50000.01") } as const;
    expect(refusal(proposal, { tier: "OLD" })).toBe("credit.limit_above_ceiling");
  });

  it("[R1.3.1-c] names the figures of the refusal", () => {
    const found = termChangeRefusal({ ...grant, limit: yuan("20000.00") }, standing, limits);
    expect(found).toEqual({
      code: "credit.limit_above_ceiling",
      path: "afterLimit",
      details: { tier: "MID", limit: "20000.00", ceiling: "15000.00" },
    });
  });

  it("asks for a threshold of accumulated settlement, not above the limit", () => {
    const mode = "ACCUMULATED";
    expect(refusal({ mode })).toBe("credit.threshold_missing");
    expect(refusal({ mode, accumulatedFrom: yuan("15000.01") })).toBe(
      "credit.threshold_above_limit",
    );
    expect(refusal({ mode, accumulatedFrom: yuan("15000.00") })).toBeNull();
    const low = { mode, limit: yuan("5000.00"), accumulatedFrom: yuan("6000.00") } as const;
    expect(refusal(low)).toBe("credit.threshold_above_limit");
  });

  it("calls each change by its name", () => {
    const credit = { current: monthly };
    expect(refusal({ mode: "PREPAID" })).toBe("credit.nothing_granted");
    expect(refusal({ limit: yuan("0.00") })).toBe("credit.limit_not_positive");
    expect(refusal({}, credit)).toBe("credit.has_credit_already");
    expect(refusal({ kind: "RAISE" })).toBe("credit.no_credit_yet");
    expect(refusal({ kind: "RAISE", limit: yuan("9000.00") }, credit)).toBeNull();
    expect(refusal({ kind: "RAISE", limit: yuan("8000.00") }, credit)).toBe("credit.not_raised");
    expect(refusal({ kind: "LOWER", limit: yuan("7000.00") }, credit)).toBeNull();
    expect(refusal({ kind: "LOWER", limit: yuan("9000.00") }, credit)).toBe("credit.not_lowered");
    expect(refusal({ kind: "LOWER", mode: "PREPAID" }, credit)).toBeNull();
    expect(refusal({ kind: "REVOKE", mode: "PREPAID" }, credit)).toBeNull();
    expect(refusal({ kind: "REVOKE", mode: "PREPAID" })).toBe("credit.no_credit_yet");
    expect(refusal({ kind: "REVOKE" }, credit)).toBe("credit.must_be_prepaid");
  });

  it("[R1.3.1-b] designates an old customer as prepaid", () => {
    const designate = { kind: "DESIGNATE_PREPAID", mode: "PREPAID" } as const;
    expect(refusal(designate, { tier: "OLD", current: monthly })).toBeNull();
    expect(refusal(designate, { designatedPrepaid: true })).toBe("credit.designated_already");
    expect(termsAfter({ ...grant, ...designate })).toMatchObject({
      settlementMode: "PREPAID",
      creditLimit: null,
      designatedPrepaid: true,
    });
  });

  it("[R1.3.1-a] reinstates a revoked customer once all overdue debt is paid", () => {
    const revoked = { creditRevoked: true };
    expect(refusal({}, revoked)).toBe("credit.reinstate_instead");
    expect(refusal({ kind: "REINSTATE" })).toBe("credit.not_revoked");
    expect(refusal({ kind: "REINSTATE" }, revoked)).toBeNull();
    const owing = { ...revoked, overdueAmount: yuan("0.01") };
    expect(refusal({ kind: "REINSTATE" }, owing)).toBe("credit.overdue_debt");
  });

  it("[R1.3.1-b][R1.3.1-c][R1.3.1-d] never grants anything above the ceiling, whatever is asked", () => {
    const amount = fc.option(
      fc.integer({ min: 1, max: 9_000_000 }).map((cents) => yuan((cents / 100).toFixed(2))),
      { nil: null },
    );
    fc.assert(
      fc.property(
        fc.constantFrom("GRANT", "RAISE", "LOWER", "REINSTATE" as const),
        fc.constantFrom(...SETTLEMENT_MODES),
        amount,
        amount,
        fc.constantFrom(...TIERS),
        fc.constantFrom(prepaid, monthly),
        fc.boolean(),
        (kind, mode, limit, accumulatedFrom, tier, current, creditRevoked) => {
          const proposal = { kind, mode, limit, accumulatedFrom };
          const facts = { ...standing, tier, current, creditRevoked };
          if (termChangeRefusal(proposal, facts, limits)) return;
          expect(isAboveCeiling(mode, tier)).toBe(false);
          const after = effectiveLimit(termsAfter(proposal), tier, limits);
          const ceiling = tier === "OLD" ? limits.limitOld : limits.limitMid;
          if (mode !== "PREPAID") expect(after?.isGreaterThan(ceiling)).toBe(false);
        },
      ),
    );
  });
});
