import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, daysBetween, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { CALENDAR_SUBJECT_ID } from "./base-data-subjects";
import type { SetCalendarDaysInput } from "./schema";

/** A statutory holiday with its bridge days at the longest. */
const MOST_DAYS = 31;

/**
 * Says of some days in a row that they are worked, are rest days, or follow the plain week again. Deadlines that were
 * already set stay as they are. Throws `settings.calendar_range`.
 */
export async function setCalendarDays(
  actor: Actor,
  input: SetCalendarDaysInput,
  key: IdempotencyKey,
): Promise<{ days: number }> {
  requirePermission(actor, "company:edit");
  return transactOnce({ key, actor, action: "settings.setCalendarDays", input }, async (tx) => {
    const { fromOn, toOn, kind, name } = input;
    const count = daysBetween(fromOn, toOn) + 1;
    if (count < 1 || count > MOST_DAYS) {
      throw new DomainError("settings.calendar_range", { most: String(MOST_DAYS) }, [
        { path: "toOn", code: "settings.calendar_range", details: { most: String(MOST_DAYS) } },
      ]);
    }
    const days = Array.from({ length: count }, (_, i) => toDbDate(addDays(fromOn, i)));
    await tx.calendarDay.deleteMany({ where: { day: { in: days } } });
    if (kind !== "PLAIN") {
      await tx.calendarDay.createMany({
        data: days.map((day) => ({
          day,
          isWorkday: kind === "WORK",
          name,
          changedById: actor.id,
          changedByName: actor.name,
          changedAt: clock.now(),
        })),
      });
    }
    await recordAudit(tx, actor, {
      type: "calendar.changed",
      subjectType: "calendar",
      subjectId: CALENDAR_SUBJECT_ID,
      details: { from: fromOn, to: toOn, kind, name },
    });
    return { days: count };
  });
}
