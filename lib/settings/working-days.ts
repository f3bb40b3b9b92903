import "server-only";
import { addDays, type CalendarDate, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { db, type Tx } from "@/lib/server/db";
import {
  type CalendarExceptions,
  firstWorkdayFrom,
  isWorkdayOf,
  workdaysAfter,
} from "./working-week";

type Client = Pick<Tx, "calendarDay">;

/** Twice the longest rest that the calendar bears, and every week between. */
const REACH_PER_DAY = 4;
const REACH = 130;

async function exceptionsAfter(client: Client, date: CalendarDate, days: number) {
  const rows = await client.calendarDay.findMany({
    where: { day: { gte: toDbDate(date), lte: toDbDate(addDays(date, days)) } },
    select: { day: true, isWorkday: true },
  });
  return new Map(
    rows.map(({ day, isWorkday }) => [fromDbDate(day), isWorkday]),
  ) as CalendarExceptions;
}

/** Is this a working day by the factory's calendar? */
export async function isWorkingDay(client: Client, date: CalendarDate): Promise<boolean> {
  return isWorkdayOf(await exceptionsAfter(client, date, 0), date);
}

/** The day itself when it is a working day, otherwise the next one. */
export async function nextWorkingDay(client: Client, date: CalendarDate): Promise<CalendarDate> {
  return firstWorkdayFrom(await exceptionsAfter(client, date, REACH), date);
}

/** The n-th working day after a date. */
export async function addWorkingDays(
  client: Client,
  date: CalendarDate,
  n: number,
): Promise<CalendarDate> {
  return workdaysAfter(await exceptionsAfter(client, date, REACH + n * REACH_PER_DAY), date, n);
}

export type CalendarDayRow = {
  day: CalendarDate;
  isWorkday: boolean;
  name: string;
  changedByName: string;
  changedAt: Date;
};

/** The days of a year that differ from Monday to Friday, in order. */
export async function yearCalendar(year: number): Promise<CalendarDayRow[]> {
  const rows = await db.calendarDay.findMany({
    where: { day: { gte: new Date(Date.UTC(year, 0, 1)), lte: new Date(Date.UTC(year, 11, 31)) } },
    orderBy: { day: "asc" },
  });
  return rows.map(({ changedById: _, ...row }) => ({ ...row, day: fromDbDate(row.day) }));
}
