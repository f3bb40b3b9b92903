/** Credit policy (regulation 1.3.1): may goods leave for this customer, or must the factory director sign the slip? */
import type { CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { isAboveCeiling, type SettlementMode, type Tier } from "./terms-policy";

export type Violation = "V1_NOT_PREPAID" | "V2_TERM" | "V3_LIMIT" | "V4_OVERDUE" | "V5_REVOKED";

/** What is known of the customer: read once, in one transaction, under the customer's lock. */
export type CustomerCredit = {
  tier: Tier;
  customerMode: SettlementMode;
  /** The customer's latest change of terms is a revocation. */
  creditRevoked: boolean;
  /** The lower of the granted and the tier's; null for new and prepaid customers. */
  effectiveLimit: Money | null;
  /** Posted deliveries and charges of every term, net of returns and of money put against them. */
  openDeliveries: Money;
  /** Other credit slips on their way out. */
  otherApprovedSlips: Money;
  /** Confirmed, and tied to neither a delivery nor a contract. */
  onAccount: Money;
  /** Due date of the oldest overdue delivery; disputed ones are left out. */
  oldestOverdue: CalendarDate | null;
};

/** The term is the contract's or the walk-in form's; a plan with instalments after delivery counts as MONTHLY. */
export type CreditFacts = CustomerCredit & { slipTerm: SettlementMode };

export type CreditVerdict = { exposure: Money; violations: readonly Violation[] };

/**
 * The customer's debt if this slip leaves, and which conditions it breaks, in the order of rules 5.4. Amounts
 * are tax-inclusive; exactly at the limit is within it (R1.3.1-c, d, e; Q14).
 */
export function assessCredit(facts: CreditFacts, slipAmount: Money): CreditVerdict {
  const { tier, slipTerm, customerMode, creditRevoked, effectiveLimit } = facts;
  const isCreditSlip = slipTerm !== "PREPAID";
  const exposure = standingExposure(facts).plus(isCreditSlip ? slipAmount : Money.zero);

  const mustPrepay = tier === "NEW" || customerMode === "PREPAID";
  const tooLong = [slipTerm, customerMode].some((mode) => isAboveCeiling(mode, tier));
  const found: [Violation, boolean][] = [
    ["V1_NOT_PREPAID", isCreditSlip && mustPrepay && !creditRevoked],
    ["V2_TERM", isCreditSlip && tier !== "NEW" && tooLong],
    ["V3_LIMIT", effectiveLimit !== null && exposure.isGreaterThan(effectiveLimit)],
    ["V4_OVERDUE", facts.oldestOverdue !== null],
    ["V5_REVOKED", isCreditSlip && creditRevoked],
  ];
  return { exposure, violations: found.filter(([, holds]) => holds).map(([name]) => name) };
}

/** The debt as it stands, before anything further leaves. */
export function standingExposure(
  facts: Pick<CustomerCredit, "openDeliveries" | "otherApprovedSlips" | "onAccount">,
): Money {
  return facts.openDeliveries.plus(facts.otherApprovedSlips).minus(facts.onAccount);
}

/** Is every violation that holds now covered by the director's signature on this very slip? (Q17) */
export function isCoveredBy(
  now: CreditVerdict,
  approved: { violations: readonly Violation[]; exposure: Money } | null,
): boolean {
  if (now.violations.length === 0) return true;
  if (approved === null) return false;
  const allNamed = now.violations.every((violation) => approved.violations.includes(violation));
  return allNamed && !now.exposure.isGreaterThan(approved.exposure);
}

export type OutlookSentence =
  | { code: "within"; details: { left: string } }
  | { code: "no_limit"; details: Record<string, never> }
  | { code: "prepaid"; details: Record<string, never> }
  | { code: "near_limit"; details: { left: string } }
  | { code: "over_limit"; details: { over: string } }
  | { code: "needs_director"; details: Record<string, never> };

const NEAR_LIMIT_PERCENT = 80;

/** What will happen to an order of this kind, as one sentence for the credit bar (ux B1.7). */
export function outlookSentence(facts: CreditFacts, verdict: CreditVerdict): OutlookSentence {
  const { effectiveLimit: limit } = facts;
  if (limit !== null && verdict.violations.includes("V3_LIMIT")) {
    return { code: "over_limit", details: { over: verdict.exposure.minus(limit).toString() } };
  }
  if (verdict.violations.length > 0) return { code: "needs_director", details: {} };
  if (facts.slipTerm === "PREPAID") return { code: "prepaid", details: {} };
  if (limit === null) return { code: "no_limit", details: {} };
  const left = limit.minus(verdict.exposure).toString();
  const isNear = verdict.exposure.times(100).compare(limit.times(NEAR_LIMIT_PERCENT)) >= 0;
  return { code: isNear ? "near_limit" : "within", details: { left } };
}
