import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  calendarDate,
  dateInShanghai,
  daysBetween,
  endOfMonth,
  fromDbDate,
  isCalendarDate,
  monthOf,
  quarterOf,
  startOfDayInShanghai,
  startOfMonth,
  toDbDate,
  weekdayOf,
  yearOf,
} from "@/lib/core/calendar-date";

const d = calendarDate;
const anyDate = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => d(new Date(Date.UTC(1950, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)));

describe("a calendar date", () => {
  it.each(["2026-11-23", "2024-02-29", "1900-01-01", "9999-12-31"])("is %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "2026-11-23T00:00",
    "0001-01-01",
    "",
    "today",
  ])("is not %j", (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  it("adds days, months and years, staying in shorter months", () => {
    expect(addDays(d("2026-11-30"), 1)).toBe("2026-12-01");
    expect(addDays(d("2026-03-01"), -1)).toBe("2026-02-28");
    expect(addMonths(d("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(d("2026-11-30"), 3)).toBe("2027-02-28");
    expect(addYears(d("2024-02-29"), 1)).toBe("2025-02-28");
    expect(addYears(d("2024-02-29"), 4)).toBe("2028-02-29");
    expect(addYears(d("2023-11-23"), 3)).toBe("2026-11-23");
  });

  it("knows its month, quarter, year and weekday", () => {
    expect(startOfMonth(d("2026-11-23"))).toBe("2026-11-01");
    expect(endOfMonth(d("2026-02-10"))).toBe("2026-02-28");
    expect(endOfMonth(d("2024-02-10"))).toBe("2024-02-29");
    expect(yearOf(d("2026-12-31"))).toBe(2026);
    expect(monthOf(d("2026-12-31"))).toBe(12);
    expect(
      ["2026-01-01", "2026-04-01", "2026-09-30", "2026-10-01"].map((t) => quarterOf(d(t))),
    ).toEqual([1, 2, 3, 4]);
    expect(weekdayOf(d("2026-11-23"))).toBe(1);
    expect(weekdayOf(d("2026-11-29"))).toBe(7);
  });

  it("is the day in Shanghai, whatever the machine's zone", () => {
    expect(dateInShanghai(new Date("2026-12-31T15:59:59.999Z"))).toBe("2026-12-31");
    expect(dateInShanghai(new Date("2026-12-31T16:00:00.000Z"))).toBe("2027-01-01");
    expect(startOfDayInShanghai(d("2027-01-01")).toISOString()).toBe("2026-12-31T16:00:00.000Z");
  });

  it("keeps to the calendar through every operation", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(date);
        expect(moved > date).toBe(days > 0);
        expect(fromDbDate(toDbDate(date))).toBe(date);
        expect(dateInShanghai(startOfDayInShanghai(date))).toBe(date);
        expect(addDays(endOfMonth(date), 1)).toBe(startOfMonth(addMonths(date, 1)));
        expect((weekdayOf(moved) - weekdayOf(date) - days) % 7 === 0).toBe(true);
      }),
    );
  });

  it("adds months as the calendar does: same day or the month's last", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const moved = addMonths(date, months);
        expect(yearOf(moved) * 12 + monthOf(moved)).toBe(
          yearOf(date) * 12 + monthOf(date) + months,
        );
        expect(moved.slice(8) === date.slice(8) || moved === endOfMonth(moved)).toBe(true);
      }),
    );
  });
});
