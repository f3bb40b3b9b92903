/** Which settlement terms a customer may have at all, by the years of cooperation (R1.3.1-a to d, rules 5.3). */
import { Money } from "@/lib/core/money";

export const SETTLEMENT_MODES = ["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"] as const;
export type SettlementMode = (typeof SETTLEMENT_MODES)[number];

export const QUARTER_PAYMENT_MONTHS = ["FIRST_MONTH_AFTER", "LAST_MONTH_OF_QUARTER"] as const;
export type QuarterPaymentMonth = (typeof QUARTER_PAYMENT_MONTHS)[number];

export const TIERS = ["NEW", "MID", "OLD"] as const;
export type Tier = (typeof TIERS)[number];

/** What the settings of the day say: amounts in yuan, years since the start of cooperation. */
export type CreditLimits = {
  limitMid: Money;
  limitOld: Money;
  tierYears: readonly [mid: number, old: number];
};

/** The customer's granted terms, as F20 wrote them. */
export type GrantedTerms = {
  settlementMode: SettlementMode;
  creditLimit: Money | null;
};

const CEILING_RANK: Record<Tier, number> = { NEW: 0, MID: 1, OLD: 2 };
const CEILING_MODE = { NEW: "PREPAID", MID: "MONTHLY", OLD: "QUARTERLY" } as const;

/** The loosest mode of a tier: NEW prepaid, MID monthly, OLD quarterly. */
export function tierCeiling(tier: Tier): SettlementMode {
  return CEILING_MODE[tier];
}

/** Strictness PREPAID 0 < MONTHLY 1 < QUARTERLY 2; accumulated settlement is as long as the tier allows. */
export function modeRank(mode: SettlementMode, tier: Tier): number {
  if (mode === "ACCUMULATED") return CEILING_RANK[tier];
  return { PREPAID: 0, MONTHLY: 1, QUARTERLY: 2 }[mode];
}

/** Is the term longer than the tier allows? A new customer cannot have accumulated settlement either. */
export function isAboveCeiling(mode: SettlementMode, tier: Tier): boolean {
  if (tier === "NEW") return mode !== "PREPAID";
  return modeRank(mode, tier) > CEILING_RANK[tier];
}

/** Is `term` looser than `mode` for this tier? Used to warn when a contract gives more than the customer has. */
export function isLooserTerm(term: SettlementMode, mode: SettlementMode, tier: Tier): boolean {
  if (term === mode) return false;
  if (tier === "NEW" && mode === "PREPAID") return true;
  return modeRank(term, tier) > modeRank(mode, tier);
}

/** The amount a tier may owe: null for new customers, who get no credit. */
export function tierLimit(tier: Tier, limits: CreditLimits): Money | null {
  if (tier === "NEW") return null;
  return tier === "MID" ? limits.limitMid : limits.limitOld;
}

/** The lower of the granted and the tier's amount; null where there is no limit (tier NEW, mode PREPAID). */
export function effectiveLimit(
  terms: GrantedTerms,
  tier: Tier,
  limits: CreditLimits,
): Money | null {
  const ceiling = tierLimit(tier, limits);
  if (ceiling === null || terms.settlementMode === "PREPAID") return null;
  return terms.creditLimit === null ? ceiling : terms.creditLimit.min(ceiling);
}

/** The kinds of change that people may propose; ANNUL belongs to the month-end rule (5.7). */
export const MANUAL_CHANGE_KINDS = [
  "GRANT",
  "RAISE",
  "LOWER",
  "REINSTATE",
  "DESIGNATE_PREPAID",
  "REVOKE",
] as const;
export type ManualChangeKind = (typeof MANUAL_CHANGE_KINDS)[number];

export type TermProposal = {
  kind: ManualChangeKind;
  mode: SettlementMode;
  limit: Money | null;
  /** Open total from which an accumulated customer pays. */
  accumulatedFrom: Money | null;
};

/** What the rule looks at, from one transaction under the customer's lock. */
export type TermStanding = {
  current: GrantedTerms;
  tier: Tier;
  creditRevoked: boolean;
  designatedPrepaid: boolean;
  overdueAmount: Money;
};

export type TermRefusal = { code: string; details: Record<string, string>; path: string };

/**
 * Why a proposed change of terms cannot be granted; null when it can. Checked at submission and again at
 * each signature, so that a lowered limit or a new debt in between is noticed. Nothing goes above the tier's
 * ceiling, whoever signs (R1.3.1-b to d).
 */
export function termChangeRefusal(
  proposal: TermProposal,
  standing: TermStanding,
  limits: CreditLimits,
): TermRefusal | null {
  return (
    ceilingRefusal(proposal, standing.tier, limits) ??
    accumulatedRefusal(proposal, standing, limits) ??
    kindRefusal(proposal, standing, limits)
  );
}

function ceilingRefusal(
  { mode, limit }: TermProposal,
  tier: Tier,
  limits: CreditLimits,
): TermRefusal | null {
  if (isAboveCeiling(mode, tier)) {
    return refusal("mode_above_ceiling", "afterMode", { tier, mode, ceiling: tierCeiling(tier) });
  }
  const most = tierLimit(tier, limits);
  if (limit === null || mode === "PREPAID") return null;
  if (!limit.isPositive()) return refusal("limit_not_positive", "afterLimit");
  if (most === null || limit.isGreaterThan(most)) {
    const ceiling = (most ?? Money.zero).toString();
    return refusal("limit_above_ceiling", "afterLimit", { tier, limit: limit.toString(), ceiling });
  }
  return null;
}

function accumulatedRefusal(
  { mode, limit, accumulatedFrom }: TermProposal,
  { tier }: TermStanding,
  limits: CreditLimits,
): TermRefusal | null {
  if (mode !== "ACCUMULATED") return null;
  if (accumulatedFrom === null || !accumulatedFrom.isPositive()) {
    return refusal("threshold_missing", "afterAccumulatedFrom");
  }
  const most = effectiveLimit({ settlementMode: mode, creditLimit: limit }, tier, limits);
  if (most !== null && accumulatedFrom.isGreaterThan(most)) {
    return refusal("threshold_above_limit", "afterAccumulatedFrom", { limit: most.toString() });
  }
  return null;
}

function kindRefusal(
  proposal: TermProposal,
  { current, tier, creditRevoked, designatedPrepaid, overdueAmount }: TermStanding,
  limits: CreditLimits,
): TermRefusal | null {
  const { kind, mode } = proposal;
  const isCredit = mode !== "PREPAID";
  const hasCredit = current.settlementMode !== "PREPAID";
  const step = compareTerms(proposal, current, tier, limits);
  switch (kind) {
    case "GRANT":
      if (creditRevoked) return refusal("reinstate_instead", "kind");
      if (hasCredit) return refusal("has_credit_already", "kind");
      return isCredit ? null : refusal("nothing_granted", "afterMode");
    case "RAISE":
      if (!hasCredit) return refusal("no_credit_yet", "kind");
      return step > 0 ? null : refusal("not_raised", "afterMode");
    case "LOWER":
      if (!hasCredit) return refusal("no_credit_yet", "kind");
      return step < 0 ? null : refusal("not_lowered", "afterMode");
    case "REINSTATE":
      if (!creditRevoked) return refusal("not_revoked", "kind");
      if (overdueAmount.isPositive()) {
        return refusal("overdue_debt", "kind", { amount: overdueAmount.toString() });
      }
      return isCredit ? null : refusal("nothing_granted", "afterMode");
    case "DESIGNATE_PREPAID":
      if (isCredit) return refusal("must_be_prepaid", "afterMode");
      return designatedPrepaid ? refusal("designated_already", "kind") : null;
    case "REVOKE":
      if (isCredit) return refusal("must_be_prepaid", "afterMode");
      return hasCredit ? null : refusal("no_credit_yet", "kind");
  }
}

/** -1 stricter, 0 neither or both at once, 1 looser: by mode, then by the limit that counts. */
function compareTerms(
  proposal: TermProposal,
  current: GrantedTerms,
  tier: Tier,
  limits: CreditLimits,
): number {
  const byMode = Math.sign(modeRank(proposal.mode, tier) - modeRank(current.settlementMode, tier));
  const after = { settlementMode: proposal.mode, creditLimit: proposal.limit };
  const limitAfter = effectiveLimit(after, tier, limits) ?? Money.zero;
  const limitBefore = effectiveLimit(current, tier, limits) ?? Money.zero;
  const byLimit = limitAfter.compare(limitBefore);
  if (byMode === 0 && byLimit === 0 && proposal.mode !== current.settlementMode) {
    return proposal.kind === "RAISE" ? 1 : -1; // monthly against accumulated: the same length, another habit
  }
  if (byMode !== 0 && byLimit !== 0 && byMode !== byLimit) return 0;
  return byMode || byLimit;
}

function refusal(reason: string, path: string, details: Record<string, string> = {}): TermRefusal {
  return { code: `credit.${reason}`, details, path };
}

/** What the customer's terms are after the change took effect. */
export function termsAfter(proposal: TermProposal) {
  const isCredit = proposal.mode !== "PREPAID";
  return {
    settlementMode: proposal.mode,
    creditLimit: isCredit ? proposal.limit : null,
    accumulatedFrom: proposal.mode === "ACCUMULATED" ? proposal.accumulatedFrom : null,
    designatedPrepaid: proposal.kind === "DESIGNATE_PREPAID",
    creditRevoked: proposal.kind === "REVOKE",
  };
}
