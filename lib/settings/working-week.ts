/** The working-day calendar (rules 5.11): Monday to Friday, corrected day by day. */
import { addDays, type CalendarDate, weekdayOf } from "@/lib/core/calendar-date";

const SATURDAY = 6;
/** No holiday of the world is longer; a calendar that has no working day at all is a mistake. */
const LONGEST_REST = 60;

/** Days that differ from the plain week: true for a weekend that is worked, false for a holiday. */
export type CalendarExceptions = ReadonlyMap<CalendarDate, boolean>;

export function isWorkdayOf(exceptions: CalendarExceptions, date: CalendarDate): boolean {
  return exceptions.get(date) ?? weekdayOf(date) < SATURDAY;
}

/** The day itself when it is worked, otherwise the next one that is. */
export function firstWorkdayFrom(exceptions: CalendarExceptions, date: CalendarDate): CalendarDate {
  for (let ahead = 0; ahead <= LONGEST_REST; ahead += 1) {
    const day = addDays(date, ahead);
    if (isWorkdayOf(exceptions, day)) return day;
  }
  throw new Error(`No working day within ${LONGEST_REST} days of ${date}`);
}

/** The n-th working day after a date; for n = 0 the date itself. */
export function workdaysAfter(
  exceptions: CalendarExceptions,
  date: CalendarDate,
  n: number,
): CalendarDate {
  let day = date;
  for (let left = n; left > 0; left -= 1) day = firstWorkdayFrom(exceptions, addDays(day, 1));
  return day;
}
