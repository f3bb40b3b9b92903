/** When the customer is asked whether the goods have arrived (R1.2.3-c, Q20). */
import { addDays, type CalendarDate, weekdayOf } from "@/lib/core/calendar-date";

const SATURDAY = 6;
const DAYS_OF_WEEK = 7;

/**
 * Calendar days from hand-over: visible at the first, due at the second of `followUpDays`; a due date on a weekend
 * moves to the Monday after it, so the item is overdue from Tuesday.
 */
export function followUpWindow(
  shippedOn: CalendarDate,
  followUpDays: readonly [first: number, last: number],
): { visibleFromOn: CalendarDate; dueOn: CalendarDate } {
  const [first, last] = followUpDays;
  return {
    visibleFromOn: addDays(shippedOn, first),
    dueOn: afterWeekend(addDays(shippedOn, last)),
  };
}

/** Nobody answered or nothing has come: asked again the next day, a weekend later on Monday. */
export function askAgainOn(today: CalendarDate): CalendarDate {
  return afterWeekend(addDays(today, 1));
}

function afterWeekend(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return weekday < SATURDAY ? date : addDays(date, DAYS_OF_WEEK + 1 - weekday);
}
