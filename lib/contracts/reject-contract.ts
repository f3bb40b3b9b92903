import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { factsOf, lockContract } from "@/lib/contracts/load";
import { assertMayMove, moveContract } from "@/lib/contracts/move-contract";
import type { RefuseInput } from "@/lib/contracts/schema";
import { latestSubmission } from "@/lib/contracts/submissions";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { clearDemand } from "@/lib/stock/record-demand";

/** Final refusal by whoever's turn it is: CANCELLED, no number (rules 5.1). */
export function rejectContract(
  actor: Actor,
  input: RefuseInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.reject", input }, async (tx) => {
    const contract = await lockContract(tx, input.contractId);
    const byChief = contract.status === "PENDING_CHIEF";
    const command = byChief ? "reject_by_chief" : "reject_by_director";
    const plan = assertMayMove(command, await factsOf(tx, contract), actor);
    await moveContract(tx, input, plan, {
      endedAt: clock.now(),
      endedById: actor.id,
      endReason: input.comment.slice(0, 200),
    });
    const { revision, contentHash } = await latestSubmission(tx, contract.id);
    await sign(tx, actor, {
      permission: byChief ? "contract:check" : "contract:approve",
      subjectType: "contract",
      subjectId: contract.id,
      step: byChief ? "CHECKED" : "APPROVED",
      decision: "REJECT",
      comment: input.comment,
      revision,
      contentHash,
    });
    await clearDemand(tx, contract.id);
    await closeWorkItemsOf(tx, contract.id);
    await recordAudit(tx, actor, {
      type: "contract.rejected",
      subjectType: "contract",
      subjectId: contract.id,
      details: { comment: input.comment },
    });
    return { id: contract.id };
  });
}
