import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { mayIssueFor } from "./delegation-policy";
import type { RevokeDelegationInput } from "./schema";

/**
 * Ends a delegation at once; what was signed under it stays signed. By whoever could issue it.
 * Throws `people.not_issuer_of_delegation`, `people.delegation_over`.
 */
export async function revokeDelegation(
  actor: Actor,
  input: RevokeDelegationInput,
  key: IdempotencyKey,
): Promise<{ delegationId: string }> {
  requirePermission(actor, "delegation:issue");
  return transactOnce({ key, actor, action: "people.revokeDelegation", input }, async (tx) => {
    const { delegationId, comment } = input;
    const delegation = await tx.delegation.findUnique({
      where: { id: delegationId },
      include: { principal: { select: { id: true, role: true, active: true } } },
    });
    if (!delegation) throw new DomainError("people.not_found");
    if (!mayIssueFor(actor, delegation.principal)) {
      throw new DomainError("people.not_issuer_of_delegation");
    }
    const { count } = await tx.delegation.updateMany({
      where: { id: delegationId, revokedAt: null, toOn: { gte: toDbDate(clock.today()) } },
      data: { revokedAt: clock.now(), revokedById: actor.id },
    });
    if (count === 0) throw new DomainError("people.delegation_over");
    await recordAudit(tx, actor, {
      type: "delegation.revoked",
      subjectType: "delegation",
      subjectId: delegationId,
      details: { docNo: delegation.docNo, reason: comment },
    });
    return { delegationId };
  });
}
