/** How long a customer has been with the factory, and what that makes it eligible for (Q12, rules 5.3). */
import { addYears, type CalendarDate, monthOf, yearOf } from "@/lib/core/calendar-date";
import type { CreditLimits, Tier } from "./terms-policy";

/** What the start of cooperation is derived from; nothing is ever written by an approval. */
export type CooperationFacts = {
  /** Evidenced date from before this system; counts only once the section chief has confirmed it. */
  legacyStartOn: CalendarDate | null;
  legacyConfirmed: boolean;
  /** Effective dates of contracts that are not voided. */
  firstContractOn: CalendarDate | null;
};

/** The confirmed legacy date, else the earliest effective contract; null before the first. */
export function cooperationStart(facts: CooperationFacts): CalendarDate | null {
  if (facts.legacyConfirmed && facts.legacyStartOn) return facts.legacyStartOn;
  return facts.firstContractOn;
}

/**
 * NEW without a start or before the first anniversary that counts, MID from it, OLD from the third. The
 * anniversary itself belongs to the upper tier; 29 Feb has its anniversary on 28 Feb (Q12).
 */
export function tier(
  start: CalendarDate | null,
  asOf: CalendarDate,
  { tierYears }: Pick<CreditLimits, "tierYears">,
): Tier {
  const [mid, old] = tierYears;
  if (start === null || asOf < addYears(start, mid)) return "NEW";
  return asOf < addYears(start, old) ? "MID" : "OLD";
}

/** When the next tier is reached; null for OLD and before cooperation began. */
export function nextTierOn(
  start: CalendarDate | null,
  asOf: CalendarDate,
  { tierYears }: Pick<CreditLimits, "tierYears">,
): CalendarDate | null {
  if (start === null) return null;
  return tierYears.map((years) => addYears(start, years)).find((day) => asOf < day) ?? null;
}

/** Full years and months since the start, for the sentence "2 years 3 months". */
export function tenure(
  start: CalendarDate | null,
  asOf: CalendarDate,
): { years: number; months: number } {
  if (start === null || asOf < start) return { years: 0, months: 0 };
  let years = yearOf(asOf) - yearOf(start);
  if (asOf < addYears(start, years)) years -= 1;
  const anniversary = addYears(start, years);
  const monthsApart =
    (yearOf(asOf) - yearOf(anniversary)) * 12 + monthOf(asOf) - monthOf(anniversary);
  const dayReached = asOf.slice(8) >= anniversary.slice(8);
  return { years, months: Math.max(0, dayReached ? monthsApart : monthsApart - 1) };
}

/** No delivery for 24 months: shown to the approvers as dormant; the tenure goes on (Q12). */
export function isDormant(lastDeliveryOn: CalendarDate | null, asOf: CalendarDate): boolean {
  return lastDeliveryOn !== null && addYears(lastDeliveryOn, 2) <= asOf;
}
