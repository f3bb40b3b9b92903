import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { type CalendarDate, daysBetween, fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { cooperationStartSql } from "@/lib/customers/cooperation";
import { customerMoney } from "@/lib/receivables/money-sql";
import { clock } from "@/lib/server/clock";
import { db, Prisma, type Tx } from "@/lib/server/db";
import { creditLimits } from "./limits";
import { assessCredit, type CustomerCredit, outlookSentence, standingExposure } from "./policy";
import { nextTierOn, tier } from "./tenure";
import {
  type CreditLimits,
  effectiveLimit,
  isLooserTerm,
  type QuarterPaymentMonth,
  type SettlementMode,
  type Tier,
  tierCeiling,
  tierLimit,
} from "./terms-policy";

type Client = Pick<Tx, "$queryRaw" | "setting">;

type TermsRow = {
  customer_code: string;
  name: string;
  owner_id: string | null;
  settlement_mode: SettlementMode;
  credit_limit: Prisma.Decimal | null;
  quarter_payment_month: QuarterPaymentMonth;
  accumulated_from: Prisma.Decimal | null;
  designated_prepaid: boolean;
  credit_revoked: boolean;
  legacy_confirmed: boolean;
  start: Date | null;
  row_version: number;
  merged: boolean;
};

/** The customer's terms with everything derived from the start of cooperation. */
export type CustomerTerms = {
  customerCode: string;
  name: string;
  settlementMode: SettlementMode;
  creditLimit: Money | null;
  quarterPaymentMonth: QuarterPaymentMonth;
  accumulatedFrom: Money | null;
  designatedPrepaid: boolean;
  creditRevoked: boolean;
  cooperationStart: CalendarDate | null;
  /** The start comes from a confirmed date of before this system. */
  isLegacyStart: boolean;
  tier: Tier;
  nextTierOn: CalendarDate | null;
  tierCeiling: SettlementMode;
  tierLimit: Money | null;
  effectiveLimit: Money | null;
  limits: CreditLimits;
};

async function readTerms(client: Client, customerId: string): Promise<TermsRow> {
  const [row] = await client.$queryRaw<TermsRow[]>`
    select c.customer_code, c.name, c.owner_id, c.settlement_mode::text as settlement_mode, c.credit_limit,
      c.quarter_payment_month::text as quarter_payment_month, c.accumulated_from, c.designated_prepaid,
      c.credit_revoked, c.legacy_confirmed_at is not null and c.legacy_start_on is not null as legacy_confirmed,
      ${cooperationStartSql()} as start, c.row_version, c.merged_into_id is not null as merged
    from customer c where c.id = ${customerId}::uuid`;
  if (!row) throw new DomainError("common.not_found");
  return row;
}

/** Terms, tier and limit on a day; throws `common.not_found`. No scope: callers have checked the customer. */
export async function customerTerms(
  client: Client,
  customerId: string,
  asOf: CalendarDate,
): Promise<CustomerTerms> {
  const row = await readTerms(client, customerId);
  const limits = await creditLimits(client, asOf);
  return termsOf(row, limits, asOf);
}

function termsOf(row: TermsRow, limits: CreditLimits, asOf: CalendarDate): CustomerTerms {
  const start = row.start ? fromDbDate(row.start) : null;
  const reached = tier(start, asOf, limits);
  const creditLimit = row.credit_limit === null ? null : Money.of(row.credit_limit);
  return {
    customerCode: row.customer_code,
    name: row.name,
    settlementMode: row.settlement_mode,
    creditLimit,
    quarterPaymentMonth: row.quarter_payment_month,
    accumulatedFrom: row.accumulated_from === null ? null : Money.of(row.accumulated_from),
    designatedPrepaid: row.designated_prepaid,
    creditRevoked: row.credit_revoked,
    cooperationStart: start,
    isLegacyStart: row.legacy_confirmed,
    tier: reached,
    nextTierOn: nextTierOn(start, asOf, limits),
    tierCeiling: tierCeiling(reached),
    tierLimit: tierLimit(reached, limits),
    effectiveLimit: effectiveLimit(
      { settlementMode: row.settlement_mode, creditLimit },
      reached,
      limits,
    ),
    limits,
  };
}

/** What the credit policy looks at, with the terms it came from. */
export type CreditStanding = CustomerCredit & {
  terms: CustomerTerms;
  overdueAmount: Money;
  overdueCount: number;
  overdueDays: number;
};

/**
 * The facts of rules 5.4 for one customer on a day. `exceptSlipId` leaves that slip's own commitment out. For a
 * decision call it after `lockCustomer` with the same `tx`; for a hint `db` will do. Throws `common.not_found`.
 */
export async function creditFacts(
  client: Client,
  customerId: string,
  { exceptSlipId, asOf = clock.today() }: { exceptSlipId?: string; asOf?: CalendarDate } = {},
): Promise<CreditStanding> {
  const terms = await customerTerms(client, customerId, asOf);
  const money = await customerMoney(client, customerId, asOf);
  const [committed] = await client.$queryRaw<{ amount: Prisma.Decimal }[]>`
    select coalesce(sum(amount), 0) as amount from credit_commitment
    where customer_id = ${customerId}::uuid
      ${exceptSlipId ? Prisma.sql`and slip_id <> ${exceptSlipId}::uuid` : Prisma.empty}`;
  return {
    tier: terms.tier,
    customerMode: terms.settlementMode,
    creditRevoked: terms.creditRevoked,
    effectiveLimit: terms.effectiveLimit,
    openDeliveries: money.openDeliveries,
    otherApprovedSlips: Money.of(committed?.amount ?? 0),
    onAccount: money.onAccount,
    oldestOverdue: money.oldestOverdue,
    terms,
    overdueAmount: money.overdueAmount,
    overdueCount: money.overdueCount,
    overdueDays: money.oldestOverdue ? daysBetween(money.oldestOverdue, asOf) : 0,
  };
}

/** The customer's standing today, for a page whose customer the actor may see. */
export function creditStanding(customerId: string): Promise<CreditStanding> {
  return creditFacts(db, customerId);
}

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
  const standing = await creditFacts(db, customerId);
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
