import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { canHoldDuty } from "./duty-policy";
import { keepAnotherAdmin, type LockedPerson, lockPerson } from "./lock-people";
import type { ChangePersonInput } from "./schema";

/**
 * Changes name, role, department and contact data. A new role ends the person's sessions; it is refused while duties
 * or delegations of the old one are in force. Throws `people.not_own_role`, `people.last_admin`,
 * `people.delegations_in_force`, `people.duties_in_force`, `common.changed_meanwhile`.
 */
export async function changePerson(
  actor: Actor,
  input: ChangePersonInput,
  key: IdempotencyKey,
): Promise<{ personId: string }> {
  requirePermission(actor, "person:manage");
  return transactOnce({ key, actor, action: "people.changePerson", input }, async (tx) => {
    const { personId, rowVersion, ...details } = input;
    const locked = await lockPerson(tx, personId);
    const isNewRole = locked.role !== details.role;
    if (isNewRole) await checkNewRole(tx, actor, locked, details.role);
    const before = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    const { count } = await tx.person.updateMany({
      where: { id: personId, rowVersion },
      data: {
        ...details,
        rowVersion: { increment: 1 },
        ...(isNewRole && { sessionVersion: { increment: 1 } }),
      },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    const { displayName, role, department, phone, email } = before;
    await recordAudit(tx, actor, {
      type: isNewRole ? "person.role_changed" : "person.changed",
      subjectType: "person",
      subjectId: personId,
      details: {
        username: before.username,
        ...fieldChanges({ displayName, role, department, phone, email }, details),
      },
    });
    return { personId };
  });
}

async function checkNewRole(
  tx: Tx,
  actor: Actor,
  person: LockedPerson,
  role: ChangePersonInput["role"],
): Promise<void> {
  if (person.id === actor.id) throw new DomainError("people.not_own_role");
  await keepAnotherAdmin(tx, person);
  const today = toDbDate(clock.today());
  const delegations = await tx.delegation.count({
    where: {
      revokedAt: null,
      toOn: { gte: today },
      OR: [{ principalId: person.id }, { delegateId: person.id }],
    },
  });
  if (delegations > 0) throw new DomainError("people.delegations_in_force");
  const duties = await tx.dutyAssignment.findMany({
    where: { personId: person.id, OR: [{ toOn: null }, { toOn: { gte: today } }] },
    select: { duty: true },
  });
  if (duties.some(({ duty }) => !canHoldDuty(role, duty))) {
    throw new DomainError("people.duties_in_force");
  }
}
