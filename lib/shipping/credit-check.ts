import "server-only";
import { Money } from "@/lib/core/money";
import {
  assessCredit,
  type CreditVerdict,
  standingExposure,
  type Violation,
} from "@/lib/credit/policy";
import { type CreditStanding, creditFacts } from "@/lib/credit/queries";
import { tenure } from "@/lib/credit/tenure";
import type { SettlementMode } from "@/lib/credit/terms-policy";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";

/** The slip as the credit policy looks at it. */
export type CheckedSlip = {
  id: string;
  customerId: string;
  paymentTerm: SettlementMode;
  /** The term is not PREPAID, or a prepaid plan has instalments after delivery. */
  isCreditSlip: boolean;
};

/** As stored on the slip (F10 `creditSnapshot`): plain text, so that it shows what was known then. */
export type CreditSnapshot = {
  exposureBefore: string;
  thisAmount: string;
  exposureAfter: string;
  limit: string | null;
  overdueAmount: string;
  oldestDueOn: string | null;
  violations: Violation[];
  tier: string;
  customerMode: SettlementMode;
  /** 80 % of the limit is reached: a warning only. */
  nearLimit: boolean;
  checkedAt: string;
};

export type CreditCheck = {
  verdict: CreditVerdict;
  standing: CreditStanding;
  snapshot: CreditSnapshot;
};

const NEAR_LIMIT_PERCENT = 80;

/**
 * The check of rules 5.4 for one slip and amount (R1.3.1-b to e). For a decision call it under the customer's lock
 * with the same `tx`; for a hint `db` will do.
 */
export async function checkCredit(
  client: Tx,
  slip: CheckedSlip,
  amount: Money,
): Promise<CreditCheck> {
  const standing = await creditFacts(client, slip.customerId, { exceptSlipId: slip.id });
  const slipTerm = creditTerm(slip);
  const verdict = assessCredit({ ...standing, slipTerm }, amount);
  return {
    verdict,
    standing,
    snapshot: snapshotOf(verdict, standing, slip.isCreditSlip ? amount : Money.zero),
  };
}

/** The term by which V1 and V2 rank the slip: instalments after delivery count as monthly (G1). */
export function creditTerm({
  paymentTerm,
  isCreditSlip,
}: Pick<CheckedSlip, "paymentTerm" | "isCreditSlip">) {
  if (!isCreditSlip) return "PREPAID" as const;
  return paymentTerm === "PREPAID" ? ("MONTHLY" as const) : paymentTerm;
}

function snapshotOf(
  verdict: CreditVerdict,
  standing: CreditStanding,
  thisAmount: Money,
): CreditSnapshot {
  const limit = standing.effectiveLimit;
  return {
    exposureBefore: standingExposure(standing).toString(),
    thisAmount: thisAmount.toString(),
    exposureAfter: verdict.exposure.toString(),
    limit: limit?.toString() ?? null,
    overdueAmount: standing.overdueAmount.toString(),
    oldestDueOn: standing.oldestOverdue,
    violations: [...verdict.violations],
    tier: standing.tier,
    customerMode: standing.customerMode,
    nearLimit:
      limit !== null && verdict.exposure.times(100).compare(limit.times(NEAR_LIMIT_PERCENT)) >= 0,
    checkedAt: clock.now().toISOString(),
  };
}

/** "2年3个月": printed on the slip beside the tier. */
export function tenureText(standing: CreditStanding): string {
  const { years, months } = tenure(standing.terms.cooperationStart, clock.today());
  return `${years}年${months}个月`;
}

/** What the director let go on this slip, or null. */
export function approvedException(slip: {
  approvedViolations: string[];
  approvedExposure: { toFixed(digits: number): string } | null;
  directorSignatureId: string | null;
}): { violations: readonly Violation[]; exposure: Money } | null {
  if (slip.directorSignatureId === null || slip.approvedExposure === null) return null;
  return {
    violations: slip.approvedViolations as Violation[],
    exposure: Money.of(slip.approvedExposure),
  };
}
