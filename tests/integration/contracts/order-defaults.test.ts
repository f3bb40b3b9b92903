import { expect, it } from "vitest";
import { newOrder } from "@/lib/contracts/order-start";
import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { db } from "@/lib/server/db";
import { anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

it("[R1.1.2-c] a formal contract begins with the objection period that the settings say", () =>
  at("2026-11-23", async () => {
    const clerk = await anActor("CLERK");
    expect((await newOrder(clerk, { form: "FORMAL" })).head.objectionDays).toBe("15");
    await db.setting.create({
      data: {
        key: "objectionDays",
        value: 7,
        effectiveFrom: toDbDate(calendarDate("2026-11-23")),
        changedAt: new Date("2026-11-23T01:00:00Z"),
      },
    });
    expect((await newOrder(clerk, { form: "FORMAL" })).head.objectionDays).toBe("7");
  }));
