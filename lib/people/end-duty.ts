import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import type { EndDutyInput } from "./schema";

/**
 * Sets the last day of a duty, today at the earliest; one that has not begun by then is called off. Throws
 * `people.duty_over` when it has ended already, `people.duty_end_in_past`.
 */
export async function endDuty(
  actor: Actor,
  input: EndDutyInput,
  key: IdempotencyKey,
): Promise<{ assignmentId: string }> {
  requirePermission(actor, "duty:assign");
  return transactOnce({ key, actor, action: "people.endDuty", input }, async (tx) => {
    const { assignmentId, toOn } = input;
    const today = clock.today();
    const assignment = await tx.dutyAssignment.findUnique({
      where: { id: assignmentId },
      include: { person: { select: { displayName: true } } },
    });
    if (!assignment) throw new DomainError("people.not_found");
    if (toOn < today) throw refusal("people.duty_end_in_past");
    // What has not begun is called off: it never holds.
    const lastDay = toOn < fromDbDate(assignment.fromOn) ? addDays(today, -1) : toOn;
    const { count } = await tx.dutyAssignment.updateMany({
      where: { id: assignmentId, OR: [{ toOn: null }, { toOn: { gte: toDbDate(today) } }] },
      data: { toOn: toDbDate(lastDay), endedById: actor.id },
    });
    if (count === 0) throw new DomainError("people.duty_over");
    await recordAudit(tx, actor, {
      type: "duty.ended",
      subjectType: "duty",
      subjectId: assignmentId,
      details: {
        duty: assignment.duty,
        person: assignment.person.displayName,
        toOn: { before: assignment.toOn ? fromDbDate(assignment.toOn) : null, after: lastDay },
      },
    });
    return { assignmentId };
  });
}

function refusal(code: string): DomainError {
  return new DomainError(code, undefined, [{ path: "toOn", code }]);
}
