import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { db } from "@/lib/server/db";
import { assessCredit, outlookSentence, standingExposure } from "./policy";
import { type CreditStanding, creditFacts, creditFactsOfMany } from "./queries";
import { isLooserTerm, type SettlementMode, type Tier } from "./terms-policy";

/** The credit bar as plain text values: what is owed now, and what an order of this kind will lead to. */
export type CreditOutlook = {
  mode: SettlementMode;
  tier: Tier;
  designatedPrepaid: boolean;
  creditRevoked: boolean;
  /** Null where there is no limit. */
  limit: string | null;
  exposureNow: string;
  exposureAfter: string;
  openDeliveries: string;
  onSlips: string;
  onAccount: string;
  /** Exposure after the order in percent of the limit, for the bar. */
  usedPercent: number | null;
  overdueDays: number;
  overdueAmount: string;
  /** The order's term is longer than the customer's: a reason will be asked for. */
  isLooserTerm: boolean;
  violations: readonly string[];
  /** `credit.outlook.<code>` with these details. */
  sentence: { code: string; details: Record<string, string> };
};

/**
 * For the bar beside an order that is being typed; never blocks. Salespeople see their own customers only.
 * Throws `common.not_found`.
 */
export async function creditOutlook(
  actor: Actor,
  customerId: string,
  orderAmount: Money,
  paymentTerm: SettlementMode,
): Promise<CreditOutlook> {
  if (seesOwnOnly(actor)) await assertOwnCustomer(actor, customerId);
  return outlookOf(await creditFacts(db, customerId), orderAmount, paymentTerm);
}

type WaitingOrder = { customerId: string; totalAmount: string; paymentTerm: SettlementMode };

/** The bars of several orders, in their order, for who sees every customer: a fixed number of queries. */
export async function creditOutlooks(orders: readonly WaitingOrder[]): Promise<CreditOutlook[]> {
  const standings = await creditFactsOfMany(
    db,
    orders.map(({ customerId }) => customerId),
  );
  return orders.map(({ customerId, totalAmount, paymentTerm }) => {
    const standing = standings.get(customerId);
    if (!standing) throw new DomainError("common.not_found");
    return outlookOf(standing, Money.of(totalAmount), paymentTerm);
  });
}

function outlookOf(
  standing: CreditStanding,
  orderAmount: Money,
  paymentTerm: SettlementMode,
): CreditOutlook {
  const facts = { ...standing, slipTerm: paymentTerm };
  const verdict = assessCredit(facts, orderAmount);
  const limit = standing.effectiveLimit;
  return {
    mode: standing.customerMode,
    tier: standing.tier,
    designatedPrepaid: standing.terms.designatedPrepaid,
    creditRevoked: standing.creditRevoked,
    limit: limit?.toString() ?? null,
    exposureNow: standingExposure(standing).toString(),
    exposureAfter: verdict.exposure.toString(),
    openDeliveries: standing.openDeliveries.toString(),
    onSlips: standing.otherApprovedSlips.toString(),
    onAccount: standing.onAccount.toString(),
    usedPercent: limit ? percentOf(verdict.exposure, limit) : null,
    overdueDays: standing.overdueDays,
    overdueAmount: standing.overdueAmount.toString(),
    isLooserTerm: isLooserTerm(paymentTerm, standing.customerMode, standing.tier),
    violations: verdict.violations,
    sentence: outlookSentence(facts, verdict),
  };
}

function percentOf(part: Money, whole: Money): number {
  if (!whole.isPositive()) return 0;
  const cents = (amount: Money) => BigInt(amount.toString().replace(".", ""));
  return Math.max(0, Number((cents(part) * 100n) / cents(whole)));
}

async function assertOwnCustomer(actor: Actor, customerId: string): Promise<void> {
  const own = await db.customer.count({ where: { id: customerId, ownerId: actor.id } });
  if (own === 0) throw new DomainError("common.not_found");
}
