import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { canHoldDuty, spansOverlap } from "./duty-policy";
import { lockPerson } from "./lock-people";
import type { AssignDutyInput } from "./schema";

/**
 * Makes somebody the designated person of a clause (F47). A duty may have several holders.
 * Throws `people.duty_from_past`, `people.duty_ends_before_start`, `people.duty_role`, `people.duty_held`.
 */
export async function assignDuty(
  actor: Actor,
  input: AssignDutyInput,
  key: IdempotencyKey,
): Promise<{ assignmentId: string }> {
  requirePermission(actor, "duty:assign");
  return transactOnce({ key, actor, action: "people.assignDuty", input }, async (tx) => {
    const { duty, personId, fromOn, toOn } = input;
    if (fromOn < clock.today()) throw refusal("fromOn", "people.duty_from_past");
    if (toOn !== null && toOn < fromOn) throw refusal("toOn", "people.duty_ends_before_start");
    const person = await lockPerson(tx, personId);
    if (!person.active || !canHoldDuty(person.role, duty)) {
      throw refusal("personId", "people.duty_role");
    }
    const held = await tx.dutyAssignment.findMany({ where: { personId, duty } });
    const overlaps = held.some((own) =>
      spansOverlap(input, {
        fromOn: fromDbDate(own.fromOn),
        toOn: own.toOn ? fromDbDate(own.toOn) : null,
      }),
    );
    if (overlaps) throw refusal("personId", "people.duty_held");
    const assignmentId = newId();
    await tx.dutyAssignment.create({
      data: {
        id: assignmentId,
        duty,
        personId,
        fromOn: toDbDate(fromOn),
        toOn: toOn === null ? null : toDbDate(toOn),
        assignedById: actor.id,
        createdAt: clock.now(),
      },
    });
    await recordAudit(tx, actor, {
      type: "duty.assigned",
      subjectType: "duty",
      subjectId: assignmentId,
      details: { duty, person: person.name, fromOn, toOn },
    });
    return { assignmentId };
  });
}

function refusal(path: string, code: string): DomainError {
  return new DomainError(code, undefined, [{ path, code }]);
}
