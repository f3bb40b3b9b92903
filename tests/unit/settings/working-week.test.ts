import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "@/lib/core/calendar-date";
import { firstWorkdayFrom, isWorkdayOf, workdaysAfter } from "@/lib/settings/working-week";

const day = calendarDate;
const days = (entries: Record<string, boolean>) =>
  new Map(Object.entries(entries).map(([date, works]) => [day(date), works])) as ReadonlyMap<
    CalendarDate,
    boolean
  >;
const PLAIN = days({});
/** Monday and Tuesday off, the Saturday before worked. */
const HOLIDAY = days({ "2026-11-21": true, "2026-11-23": false, "2026-11-24": false });

describe("the working week", () => {
  it("is Monday to Friday unless the calendar says otherwise", () => {
    expect(isWorkdayOf(PLAIN, day("2026-11-20"))).toBe(true);
    expect(isWorkdayOf(PLAIN, day("2026-11-21"))).toBe(false);
    expect(isWorkdayOf(HOLIDAY, day("2026-11-21"))).toBe(true);
    expect(isWorkdayOf(HOLIDAY, day("2026-11-23"))).toBe(false);
  });

  it("finds the next working day, the day itself included", () => {
    expect(firstWorkdayFrom(PLAIN, day("2026-11-20"))).toBe("2026-11-20");
    expect(firstWorkdayFrom(PLAIN, day("2026-11-21"))).toBe("2026-11-23");
    expect(firstWorkdayFrom(HOLIDAY, day("2026-11-22"))).toBe("2026-11-25");
  });

  it("counts working days over weekends and holidays", () => {
    expect(workdaysAfter(PLAIN, day("2026-11-19"), 3)).toBe("2026-11-24");
    expect(workdaysAfter(HOLIDAY, day("2026-11-19"), 3)).toBe("2026-11-25");
    expect(workdaysAfter(PLAIN, day("2026-11-21"), 0)).toBe("2026-11-21");
  });

  it("refuses a calendar without any working day instead of looking for ever", () => {
    const never = new Map<CalendarDate, boolean>();
    for (let i = 1; i <= 31; i += 1) {
      for (const month of ["07", "08", "10"]) {
        never.set(day(`2026-${month}-${String(i).padStart(2, "0")}`), false);
      }
    }
    for (let i = 1; i <= 30; i += 1) never.set(day(`2026-09-${String(i).padStart(2, "0")}`), false);
    expect(() => firstWorkdayFrom(never, day("2026-07-01"))).toThrow();
  });
});
