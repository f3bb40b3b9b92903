import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { factsOf, lockContract } from "@/lib/contracts/load";
import { assertMayMove, moveContract } from "@/lib/contracts/move-contract";
import type { DecideInput } from "@/lib/contracts/schema";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { clearDemand } from "@/lib/stock/record-demand";

/** The drafter takes a pending contract back: a draft again, all signatures void (rules 5.1). */
export function withdrawContract(
  actor: Actor,
  input: DecideInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.withdraw", input }, async (tx) => {
    const contract = await lockContract(tx, input.contractId);
    const plan = assertMayMove("withdraw", await factsOf(tx, contract), actor);
    await moveContract(tx, input, plan, { checkedById: null });
    await voidSignatures(tx, contract.id);
    await clearDemand(tx, contract.id);
    await closeWorkItemsOf(tx, contract.id);
    await recordAudit(tx, actor, {
      type: "contract.withdrawn",
      subjectType: "contract",
      subjectId: contract.id,
      details: { comment: input.comment },
    });
    return { id: contract.id };
  });
}
