import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { factsOf, lockContract } from "@/lib/contracts/load";
import { assertMayMove, moveContract } from "@/lib/contracts/move-contract";
import type { RefuseInput } from "@/lib/contracts/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { dropHold } from "@/lib/stock/stock-hold";

/** A draft that was submitted before is cancelled with a reason, never deleted (Q48). */
export function cancelContract(
  actor: Actor,
  input: RefuseInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.cancel", input }, async (tx) => {
    const contract = await lockContract(tx, input.contractId);
    const plan = assertMayMove("cancel", await factsOf(tx, contract), actor);
    await moveContract(tx, input, plan, {
      endedAt: clock.now(),
      endedById: actor.id,
      endReason: input.comment.slice(0, 200),
    });
    await closeWorkItemsOf(tx, contract.id);
    await dropHold(tx, contract.id);
    await recordAudit(tx, actor, {
      type: "contract.cancelled",
      subjectType: "contract",
      subjectId: contract.id,
      details: { comment: input.comment },
    });
    return { id: contract.id };
  });
}
