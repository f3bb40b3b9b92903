import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { handOverWorkItems } from "@/lib/server/work-items";
import { endAccountLinks } from "./account-link";
import { CUSTOMER_OWNERS, canHoldDuty, spansOverlap } from "./duty-policy";
import { keepAnotherAdmin, type LockedPerson, lockPeople } from "./lock-people";
import { type OpenMatters, openMattersOf } from "./open-matters";
import type { DeactivatePersonInput } from "./schema";

/**
 * Leaving is one act (rules 5.15): the account is closed and its sessions end, open work items, duties and
 * customers go to the successor, delegations from and to the person end (a new one needs its own issuer). Names stay on old papers.
 * Throws `people.not_own_account`, `people.last_admin`, `people.successor_*`, `common.changed_meanwhile`.
 */
export async function deactivatePerson(
  actor: Actor,
  input: DeactivatePersonInput,
  key: IdempotencyKey,
): Promise<{ workItems: number; duties: number; delegations: number; customers: number }> {
  requirePermission(actor, "person:manage");
  if (input.personId === actor.id) throw new DomainError("people.not_own_account");
  return transactOnce({ key, actor, action: "people.deactivatePerson", input }, async (tx) => {
    const { personId, successorId, rowVersion, reason } = input;
    const locked = await lockPeople(tx, successorId ? [personId, successorId] : [personId]);
    const person = locked.get(personId);
    if (!person) throw new DomainError("people.not_found");
    if (!person.active) throw new DomainError("people.inactive");
    await keepAnotherAdmin(tx, person);
    const matters = await openMattersOf(tx, personId);
    const successor = successorId ? (locked.get(successorId) ?? null) : null;
    checkSuccessor(person, successor, matters);

    const { count } = await tx.person.updateMany({
      where: { id: personId, rowVersion },
      data: {
        active: false,
        leftOn: toDbDate(clock.today()),
        passwordHash: null,
        sessionVersion: { increment: 1 },
        rowVersion: { increment: 1 },
      },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await endAccountLinks(tx, personId);
    if (successor) await handOverWorkItems(tx, personId, successor.id);
    await handOverDuties(tx, actor, matters.duties, successor);
    if (successor) await handOverCustomers(tx, actor, person, successor);
    await tx.delegation.updateMany({
      where: { id: { in: matters.delegations.map(({ id }) => id) } },
      data: { revokedAt: clock.now(), revokedById: actor.id },
    });
    const handedOver = {
      workItems: matters.workItems.length,
      duties: matters.duties.length,
      delegations: matters.delegations.length,
      customers: matters.customers,
    };
    await recordAudit(tx, actor, {
      type: "person.left",
      subjectType: "person",
      subjectId: personId,
      details: { name: person.name, successor: successor?.name ?? null, reason, ...handedOver },
    });
    return handedOver;
  });
}

function checkSuccessor(
  person: LockedPerson,
  successor: LockedPerson | null,
  { workItems, duties, customers }: OpenMatters,
): void {
  const refuse = (code: string) =>
    new DomainError(code, undefined, [{ path: "successorId", code }]);
  if (!successor) {
    if (workItems.length + duties.length + customers > 0) throw refuse("people.successor_needed");
    return;
  }
  if (successor.id === person.id || !successor.active || successor.role === "ADMIN") {
    throw refuse("people.successor_unsuitable");
  }
  if (duties.some(({ duty }) => !canHoldDuty(successor.role, duty))) {
    throw refuse("people.successor_cannot_hold_duty");
  }
  if (customers > 0 && !CUSTOMER_OWNERS.includes(successor.role)) {
    throw refuse("people.successor_cannot_own_customers");
  }
}

/** Each customer's own history tells who looks after it now. */
async function handOverCustomers(
  tx: Tx,
  actor: Actor,
  from: LockedPerson,
  to: LockedPerson,
): Promise<void> {
  const moved = await tx.customer.updateManyAndReturn({
    where: { ownerId: from.id, mergedIntoId: null },
    data: { ownerId: to.id, rowVersion: { increment: 1 } },
    select: { id: true },
  });
  for (const { id } of moved) {
    await recordAudit(tx, actor, {
      type: "customer.changed",
      subjectType: "customer",
      subjectId: id,
      details: { owner: { before: from.name, after: to.name } },
    });
  }
}

async function handOverDuties(
  tx: Tx,
  actor: Actor,
  duties: OpenMatters["duties"],
  successor: LockedPerson | null,
): Promise<void> {
  const today = clock.today();
  for (const { id, duty, fromOn, toOn } of duties) {
    const isYetToBegin = fromDbDate(fromOn) > today;
    const start = isYetToBegin ? fromDbDate(fromOn) : today;
    await tx.dutyAssignment.update({
      where: { id },
      data: { toOn: toDbDate(isYetToBegin ? addDays(today, -1) : today), endedById: actor.id },
    });
    if (!successor) continue;
    const span = { fromOn: start, toOn: toOn ? fromDbDate(toOn) : null };
    const held = await tx.dutyAssignment.findMany({ where: { personId: successor.id, duty } });
    const alreadyHolds = held.some((own) =>
      spansOverlap(span, {
        fromOn: fromDbDate(own.fromOn),
        toOn: own.toOn ? fromDbDate(own.toOn) : null,
      }),
    );
    if (alreadyHolds) continue;
    await tx.dutyAssignment.create({
      data: {
        duty,
        personId: successor.id,
        fromOn: toDbDate(start),
        toOn,
        assignedById: actor.id,
        createdAt: clock.now(),
      },
    });
  }
}
