import "server-only";
import { type CalendarDate, daysBetween, fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { cooperationStartSql } from "@/lib/customers/cooperation";
import { type CustomerMoney, moneyOfCustomers } from "@/lib/receivables/money-sql";
import { clock } from "@/lib/server/clock";
import { db, Prisma, type Tx } from "@/lib/server/db";
import { creditLimits } from "./limits";
import type { CustomerCredit } from "./policy";
import { nextTierOn, tier } from "./tenure";
import {
  type CreditLimits,
  effectiveLimit,
  type QuarterPaymentMonth,
  type SettlementMode,
  type Tier,
  tierCeiling,
  tierLimit,
} from "./terms-policy";

type Client = Pick<Tx, "$queryRaw" | "setting">;

type TermsRow = {
  id: string;
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

/** Terms, tier and limit on a day; throws `common.not_found`. No scope: callers have checked the customer. */
export async function customerTerms(
  client: Client,
  customerId: string,
  asOf: CalendarDate,
): Promise<CustomerTerms> {
  return theOne(await termsOfCustomers(client, [customerId], asOf), customerId);
}

async function termsOfCustomers(
  client: Client,
  customerIds: readonly string[],
  asOf: CalendarDate,
): Promise<Map<string, CustomerTerms>> {
  const rows = await client.$queryRaw<TermsRow[]>`
    select c.id::text as id, c.customer_code, c.name, c.owner_id, c.settlement_mode::text as settlement_mode,
      c.credit_limit, c.quarter_payment_month::text as quarter_payment_month, c.accumulated_from,
      c.designated_prepaid, c.credit_revoked,
      c.legacy_confirmed_at is not null and c.legacy_start_on is not null as legacy_confirmed,
      ${cooperationStartSql()} as start, c.row_version, c.merged_into_id is not null as merged
    from customer c where c.id = any(${[...new Set(customerIds)]}::uuid[])`;
  const limits = await creditLimits(client, asOf);
  return new Map(rows.map((row) => [row.id, termsOf(row, limits, asOf)]));
}

function theOne<T>(found: ReadonlyMap<string, T>, id: string): T {
  const one = found.get(id);
  if (one === undefined) throw new DomainError("common.not_found");
  return one;
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

type FactsOptions = { exceptSlipId?: string; asOf?: CalendarDate };

/**
 * The facts of rules 5.4 for one customer on a day. `exceptSlipId` leaves that slip's own commitment out. For a
 * decision call it after `lockCustomer` with the same `tx`; for a hint `db` will do. Throws `common.not_found`.
 */
export async function creditFacts(
  client: Client,
  customerId: string,
  options: FactsOptions = {},
): Promise<CreditStanding> {
  return theOne(await creditFactsOfMany(client, [customerId], options), customerId);
}

/** The same for several customers, with a fixed number of queries. */
export async function creditFactsOfMany(
  client: Client,
  customerIds: readonly string[],
  { exceptSlipId, asOf = clock.today() }: FactsOptions = {},
): Promise<Map<string, CreditStanding>> {
  const terms = await termsOfCustomers(client, customerIds, asOf);
  const money = await moneyOfCustomers(client, customerIds, asOf);
  const committed = await client.$queryRaw<{ id: string; amount: Prisma.Decimal }[]>`
    select customer_id::text as id, sum(amount) as amount from credit_commitment
    where customer_id = any(${[...new Set(customerIds)]}::uuid[])
      ${exceptSlipId ? Prisma.sql`and slip_id <> ${exceptSlipId}::uuid` : Prisma.empty}
    group by customer_id`;
  const onSlips = new Map(committed.map(({ id, amount }) => [id, Money.of(amount)]));
  return new Map(
    [...terms].map(([id, itsTerms]) => [
      id,
      standingOf(itsTerms, theOne(money, id), onSlips.get(id) ?? Money.zero, asOf),
    ]),
  );
}

function standingOf(
  terms: CustomerTerms,
  money: CustomerMoney,
  otherApprovedSlips: Money,
  asOf: CalendarDate,
): CreditStanding {
  return {
    tier: terms.tier,
    customerMode: terms.settlementMode,
    creditRevoked: terms.creditRevoked,
    effectiveLimit: terms.effectiveLimit,
    openDeliveries: money.openDeliveries,
    otherApprovedSlips,
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
