import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { drawNumber } from "@/lib/server/sequence";
import { type DelegationSpan, delegationRefusal } from "./delegation-policy";
import { lockPeople } from "./lock-people";
import type { IssueDelegationInput } from "./schema";

/**
 * Lets one person sign one step in another's place from a day to a day (F45, Q27); numbered SQ.
 * Throws what `delegationRefusal` names, beside the field it belongs to.
 */
export async function issueDelegation(
  actor: Actor,
  input: IssueDelegationInput,
  key: IdempotencyKey,
): Promise<{ delegationId: string; docNo: string }> {
  requirePermission(actor, "delegation:issue");
  return transactOnce({ key, actor, action: "people.issueDelegation", input }, async (tx) => {
    const today = clock.today();
    const { principalId, delegateId, step, fromOn, toOn, reason, documentKinds, amountLimit } =
      input;
    const locked = await lockPeople(tx, [principalId, delegateId]);
    const principal = locked.get(principalId);
    const delegate = locked.get(delegateId);
    if (!principal || !delegate) throw new DomainError("people.not_found");
    const refused = delegationRefusal({
      today,
      issuer: { id: actor.id, role: actor.role, active: true },
      principal,
      delegate,
      wanted: { principalId, delegateId, step, fromOn, toOn },
      documentKinds,
      existing: await delegationsAround(tx, principalId, delegateId),
    });
    if (refused) throw new DomainError(refused.code, undefined, [refused]);

    const { number: docNo } = await drawNumber(tx, "SQ", today);
    const delegationId = newId();
    await tx.delegation.create({
      data: {
        id: delegationId,
        docNo,
        principalId,
        delegateId,
        step,
        fromOn: toDbDate(fromOn),
        toOn: toDbDate(toOn),
        reason,
        documentKinds,
        amountLimit,
        issuedById: actor.id,
        createdAt: clock.now(),
      },
    });
    await recordAudit(tx, actor, {
      type: "delegation.issued",
      subjectType: "delegation",
      subjectId: delegationId,
      details: {
        docNo,
        step,
        principal: principal.name,
        delegate: delegate.name,
        fromOn,
        toOn,
        reason,
        documentKinds,
        amountLimit,
      },
    });
    return { delegationId, docNo };
  });
}

async function delegationsAround(
  tx: Tx,
  principalId: string,
  delegateId: string,
): Promise<DelegationSpan[]> {
  const people = { in: [principalId, delegateId] };
  const rows = await tx.delegation.findMany({
    where: { revokedAt: null, OR: [{ principalId: people }, { delegateId: people }] },
  });
  return rows.map(({ fromOn, toOn, ...row }) => ({
    ...row,
    fromOn: fromDbDate(fromOn),
    toOn: fromDbDate(toOn),
  }));
}
