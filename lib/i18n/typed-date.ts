import {
  addDays,
  addYears,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  isCalendarDate,
} from "@/lib/core/calendar-date";

const WORDS: Record<string, number> = {
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  前天: -2,
};

/**
 * The date that a clerk means by what was typed: 1123, 11-23, 20261123, 2026年11月23日, 23, 今天, 月底, +7.
 * Without a year it is the one nearest to `today`. Null when it is no date.
 */
export function parseTypedDate(typed: string, today: CalendarDate): CalendarDate | null {
  const text = typed.normalize("NFKC").trim().toLowerCase().replaceAll(" ", "");
  const days = WORDS[text];
  if (days !== undefined) return addDays(today, days);
  if (text === "月底" || text === "月末") return endOfMonth(today);
  const shift = /^([+-])(\d{1,3})$/.exec(text);
  if (shift) return addDays(today, Number.parseInt(text, 10));
  return fromDigits(text, today);
}

/**
 * The minute meant by what was typed, as `2026-11-23T14:31`: a date as above and a time behind it, or the time alone
 * for today. Times as 14:31, 9:05, 9.05 or 9点5分. Null when it is no moment.
 */
export function parseTypedDateTime(typed: string, today: CalendarDate): string | null {
  const text = typed
    .normalize("NFKC")
    .trim()
    .replace(/(?<=\d)T(?=\d)/i, " ");
  const found = /^(.*?)(?:^|\s+)(\d{1,2})[:.点时](\d{1,2})分?$/.exec(text);
  if (!found) return null;
  const [, day = "", hour = "", minute = ""] = found;
  const date = day.trim() === "" ? today : parseTypedDate(day, today);
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  return date !== null && time <= "23:59" && minute.padStart(2, "0") <= "59"
    ? `${date}T${time}`
    : null;
}

function fromDigits(text: string, today: CalendarDate): CalendarDate | null {
  const [first = "", second, third, ...more] = text
    .split(/[-/.年月]/)
    .map((part) => part.replace(/[日号]$/, ""));
  if (more.length > 0 || !/^\d+$/.test(`${first}${second ?? ""}${third ?? ""}`)) return null;
  if (third) return dated(fullYear(first), second ?? "", third);
  if (second) return nearest(first, second, today);
  if (first.length === 8) return dated(first.slice(0, 4), first.slice(4, 6), first.slice(6));
  if (first.length === 6) {
    return dated(fullYear(first.slice(0, 2)), first.slice(2, 4), first.slice(4));
  }
  if (first.length === 4) return nearest(first.slice(0, 2), first.slice(2), today);
  if (first.length <= 2) return dated(today.slice(0, 4), today.slice(5, 7), first);
  return null;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function dated(year: string, month: string, day: string): CalendarDate | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(text) ? text : null;
}

/** 0105 typed in December is next January, 1228 typed in January is last December. */
function nearest(month: string, day: string, today: CalendarDate): CalendarDate | null {
  const years = [addYears(today, -1), today, addYears(today, 1)].map((date) => date.slice(0, 4));
  const candidates = years.flatMap((year) => dated(year, month, day) ?? []);
  const distance = (date: CalendarDate) => Math.abs(daysBetween(today, date));
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
