import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { askAgainOn, followUpWindow } from "@/lib/dispatch/schedule";

const WINDOW = [3, 4] as const;
const shipped = (on: string) => followUpWindow(calendarDate(on), WINDOW);

describe("when the customer is asked (Q20)", () => {
  it("[R1.2.3-c] shipped Monday 23rd: visible on the 26th, due on the 27th", () => {
    expect(shipped("2026-11-23")).toEqual({ visibleFromOn: "2026-11-26", dueOn: "2026-11-27" });
  });

  it("[R1.2.3-c] shipped Wednesday 25th: day four is a Sunday, so it is overdue only after Monday 30th", () => {
    expect(shipped("2026-11-25")).toEqual({ visibleFromOn: "2026-11-28", dueOn: "2026-11-30" });
  });

  it.each([
    ["2026-11-24", "2026-11-27", "2026-11-30"],
    ["2026-11-26", "2026-11-29", "2026-11-30"],
    ["2026-11-27", "2026-11-30", "2026-12-01"],
    ["2026-11-28", "2026-12-01", "2026-12-02"],
    ["2026-12-29", "2027-01-01", "2027-01-04"],
  ])("[R1.2.3-c] shipped %s: visible from %s, due on %s", (on, visibleFromOn, dueOn) => {
    expect(shipped(on)).toEqual({ visibleFromOn, dueOn });
  });

  it("[R1.2.3-c] follows the setting", () => {
    expect(followUpWindow(calendarDate("2026-11-23"), [1, 2])).toEqual({
      visibleFromOn: "2026-11-24",
      dueOn: "2026-11-25",
    });
  });

  it("[R1.2.3-d] nobody answered: again the next day, on Monday after a weekend", () => {
    expect(askAgainOn(calendarDate("2026-11-26"))).toBe("2026-11-27");
    expect(askAgainOn(calendarDate("2026-11-27"))).toBe("2026-11-30");
    expect(askAgainOn(calendarDate("2026-11-28"))).toBe("2026-11-30");
  });
});
