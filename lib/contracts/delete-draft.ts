import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import type { ContractRef } from "@/lib/contracts/schema";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { dropHold } from "@/lib/stock/stock-hold";

/** A draft that nobody ever submitted disappears from the lists; row and intake record stay (Q48). */
export function deleteDraft(
  actor: Actor,
  input: ContractRef,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.delete_draft", input }, async (tx) => {
    const contract = await lockContract(tx, input.contractId);
    if (contract.draftedById !== actor.id) throw new DomainError("contracts.own_draft");
    if (contract.walkInId !== null) throw new DomainError("contracts.goods_not_out");
    if (contract.submissionCount > 0) throw new DomainError("contracts.never_submitted");
    const { count } = await tx.contract.updateMany({
      where: { id: contract.id, status: "DRAFT", rowVersion: input.rowVersion },
      data: { deletedAt: clock.now(), rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await dropHold(tx, contract.id);
    await recordAudit(tx, actor, {
      type: "contract.draft_deleted",
      subjectType: "contract",
      subjectId: contract.id,
    });
    return { id: contract.id };
  });
}
