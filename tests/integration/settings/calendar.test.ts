import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { db } from "@/lib/server/db";
import { setCalendarDays } from "@/lib/settings/set-calendar-day";
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  yearCalendar,
} from "@/lib/settings/working-days";
import { aKey, anActor } from "@/tests/factories/people";

const day = calendarDate;
const rest = {
  fromOn: day("2027-05-03"),
  toOn: day("2027-05-05"),
  kind: "REST" as const,
  name: "劳动节",
};

describe("the working-day calendar", () => {
  it("is corrected by chief and administrator, and read by the deadlines at once", async () => {
    const admin = await anActor("ADMIN");
    const chief = await anActor("SECTION_CHIEF");
    expect(await isWorkingDay(db, day("2027-05-03"))).toBe(true);
    await setCalendarDays(admin, rest, aKey());
    await setCalendarDays(
      chief,
      { fromOn: day("2027-05-08"), toOn: day("2027-05-08"), kind: "WORK", name: "调休" },
      aKey(),
    );
    expect(await isWorkingDay(db, day("2027-05-03"))).toBe(false);
    expect(await nextWorkingDay(db, day("2027-05-01"))).toBe("2027-05-06");
    expect(await addWorkingDays(db, day("2027-04-30"), 3)).toBe("2027-05-08");
    expect((await yearCalendar(2027)).map((row) => row.name)).toEqual(
      expect.arrayContaining(["劳动节", "调休"]),
    );
    await setCalendarDays(admin, { ...rest, kind: "PLAIN", name: "" }, aKey());
    expect(await isWorkingDay(db, day("2027-05-03"))).toBe(true);
  });

  it("refuses other people and ranges that end before they begin or never end", async () => {
    const admin = await anActor("ADMIN");
    for (const role of ["CLERK", "FACTORY_DIRECTOR", "WAREHOUSE_KEEPER"] as const) {
      await expect(setCalendarDays(await anActor(role), rest, aKey())).rejects.toMatchObject({
        code: "common.forbidden",
      });
    }
    for (const toOn of ["2027-05-02", "2027-12-31"]) {
      await expect(
        setCalendarDays(admin, { ...rest, toOn: day(toOn) }, aKey()),
      ).rejects.toMatchObject({ code: "settings.calendar_range" });
    }
  });
});
