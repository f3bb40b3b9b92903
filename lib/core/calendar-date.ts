/** Business dates without a time, as YYYY-MM-DD text; they compare as strings (conventions 4.8). */
import { TZDate } from "@date-fns/tz";
import {
  addDays as addDaysTo,
  addMonths as addMonthsTo,
  addYears as addYearsTo,
  differenceInCalendarDays,
  endOfMonth as endOfMonthOf,
  getISODay,
  getQuarter,
  isValid,
  lightFormat,
} from "date-fns";

/** YYYY-MM-DD, a day that exists, from 1900 on. */
export type CalendarDate = string & { readonly brand: "CalendarDate" };

const SHAPE = /^(19|[2-9]\d)\d{2}-\d{2}-\d{2}$/;
const SHANGHAI = "Asia/Shanghai";

export function isCalendarDate(text: string): text is CalendarDate {
  if (!SHAPE.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return isValid(date) && date.toISOString().startsWith(text); // 02-30 would roll over
}

/** Throws RangeError when the text is not an existing day. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayOf(addDaysTo(inUtc(date), days));
}

/** The same day some months on, or the month's last day when it is shorter (31 Jan -> 28 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return dayOf(addMonthsTo(inUtc(date), months));
}

/** The same day some years on; 29 Feb -> 28 Feb. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return dayOf(addYearsTo(inUtc(date), years));
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  return calendarDate(`${date.slice(0, 7)}-01`);
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  return dayOf(endOfMonthOf(inUtc(date)));
}

/** Days from one date to the other: negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(inUtc(to), inUtc(from));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return getISODay(inUtc(date));
}

export function yearOf(date: CalendarDate): number {
  return inUtc(date).getFullYear();
}

/** 1 … 12. */
export function monthOf(date: CalendarDate): number {
  return inUtc(date).getMonth() + 1;
}

/** 1 … 4, of the calendar year. */
export function quarterOf(date: CalendarDate): number {
  return getQuarter(inUtc(date));
}

/** The value of a database `date` column: midnight UTC of that day. */
export function toDbDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** Reads a database `date` column. */
export function fromDbDate(value: Date): CalendarDate {
  return calendarDate(value.toISOString().slice(0, 10));
}

/** The day it is in Shanghai at an instant: the year of a number, the day of a posting. */
export function dateInShanghai(instant: Date): CalendarDate {
  return dayOf(new TZDate(instant, SHANGHAI));
}

/** The instant at which a day begins in Shanghai, to compare events with dates. */
export function startOfDayInShanghai(date: CalendarDate): Date {
  const { year, month, day } = partsOf(date);
  return new Date(new TZDate(year, month - 1, day, SHANGHAI).getTime());
}

function inUtc(date: CalendarDate): TZDate {
  const { year, month, day } = partsOf(date);
  return new TZDate(year, month - 1, day, "UTC");
}

function dayOf(date: Date): CalendarDate {
  return calendarDate(lightFormat(date, "yyyy-MM-dd"));
}

function partsOf(date: CalendarDate) {
  const [year = 0, month = 0, day = 0] = date.split("-").map((part) => Number.parseInt(part, 10));
  return { year, month, day };
}
