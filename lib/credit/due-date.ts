/** When a delivery is due (table of rules 5.3, Q15). */
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  endOfMonth,
  quarterOf,
  startOfMonth,
  yearOf,
} from "@/lib/core/calendar-date";
import type { Money } from "@/lib/core/money";
import {
  modeRank,
  type QuarterPaymentMonth,
  type SettlementMode,
  type Tier,
  tierCeiling,
} from "./terms-policy";

export type DueDateFacts = {
  deliveredOn: CalendarDate;
  /** Of the contract; a prepaid plan with instalments after delivery counts as MONTHLY. */
  contractTerm: SettlementMode;
  /** Days after delivery that the contract gives (货到付款, instalments after delivery). */
  dueDays: number | null;
  customerMode: SettlementMode;
  tier: Tier;
  quarterPaymentMonth: QuarterPaymentMonth;
};

/**
 * The due date by the stricter of contract term and customer's mode among the credit modes. A customer on
 * prepaid terms has none, so the contract's term gives it; a prepaid contract is due on the day of posting.
 */
export function dueDate(facts: DueDateFacts): CalendarDate {
  const { deliveredOn, contractTerm, customerMode, tier } = facts;
  if (contractTerm === "PREPAID") return deliveredOn;
  const ofContract = dueByTerm(contractTerm, facts, facts.dueDays);
  if (customerMode === "PREPAID") return ofContract;
  const ofCustomer = dueByTerm(customerMode, facts, null);
  const looser = modeRank(contractTerm, tier) - modeRank(customerMode, tier);
  if (looser !== 0) return looser > 0 ? ofCustomer : ofContract;
  return earlierOf(ofContract, ofCustomer);
}

function dueByTerm(
  mode: SettlementMode,
  facts: DueDateFacts,
  dueDays: number | null,
): CalendarDate {
  const { deliveredOn, tier, quarterPaymentMonth } = facts;
  switch (mode) {
    case "PREPAID":
      return deliveredOn;
    case "MONTHLY":
      return monthlyDue(deliveredOn, dueDays);
    case "QUARTERLY":
      return quarterlyDue(deliveredOn, quarterPaymentMonth);
    case "ACCUMULATED":
      return dueByTerm(tierCeiling(tier), facts, dueDays);
  }
}

function monthlyDue(deliveredOn: CalendarDate, dueDays: number | null): CalendarDate {
  const latest = endOfMonth(addMonths(startOfMonth(deliveredOn), 1));
  if (dueDays === null) return latest;
  return earlierOf(addDays(deliveredOn, dueDays), latest);
}

function earlierOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  const isEarlier = one < other;
  return isEarlier ? one : other;
}

function quarterlyDue(deliveredOn: CalendarDate, agreed: QuarterPaymentMonth): CalendarDate {
  const january = calendarDate(`${yearOf(deliveredOn)}-01-01`);
  const lastMonth = addMonths(january, quarterOf(deliveredOn) * 3 - 1);
  return endOfMonth(agreed === "LAST_MONTH_OF_QUARTER" ? lastMonth : addMonths(lastMonth, 1));
}

export type OpenDelivery = { id: string; dueOn: CalendarDate; open: Money };
export type DueDateMove = { id: string; from: CalendarDate; to: CalendarDate };

/**
 * Accumulated settlement: once a posting makes the open total reach the agreed threshold, every open
 * delivery is due by the end of that month at the latest. Never moves a date back; empty when nothing moves.
 */
export function accumulatedMoves(
  deliveries: readonly OpenDelivery[],
  threshold: Money | null,
  postedOn: CalendarDate,
): DueDateMove[] {
  const open = deliveries.filter((delivery) => delivery.open.isPositive());
  const [first, ...others] = open;
  if (!first || threshold === null) return [];
  const total = others.reduce((sum, delivery) => sum.plus(delivery.open), first.open);
  if (total.isLessThan(threshold)) return [];
  const to = endOfMonth(postedOn);
  return open.filter(({ dueOn }) => dueOn > to).map(({ id, dueOn }) => ({ id, from: dueOn, to }));
}
