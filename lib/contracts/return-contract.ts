import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { factsOf, lockContract } from "@/lib/contracts/load";
import { assertMayMove, moveContract } from "@/lib/contracts/move-contract";
import type { RefuseInput } from "@/lib/contracts/schema";
import { latestSubmission } from "@/lib/contracts/submissions";
import { contractTitle } from "@/lib/contracts/titles";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign, voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { clearDemand } from "@/lib/stock/record-demand";

/** Whoever's turn it is sends it back with words: a draft again, all signatures void (rules 5.1). */
export function returnContract(
  actor: Actor,
  input: RefuseInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.return", input }, async (tx) => {
    const contract = await lockContract(tx, input.contractId);
    const byChief = contract.status === "PENDING_CHIEF";
    const command = byChief ? "return_by_chief" : "return_by_director";
    const plan = assertMayMove(command, await factsOf(tx, contract), actor);
    await moveContract(tx, input, plan, { checkedById: null });
    await voidSignatures(tx, contract.id);
    const { revision, contentHash } = await latestSubmission(tx, contract.id);
    await sign(tx, actor, {
      permission: byChief ? "contract:check" : "contract:approve",
      subjectType: "contract",
      subjectId: contract.id,
      step: byChief ? "CHECKED" : "APPROVED",
      decision: "RETURN",
      comment: input.comment,
      revision,
      contentHash,
    });
    await clearDemand(tx, contract.id);
    await closeWorkItemsOf(tx, contract.id);
    await openWorkItem(tx, {
      kind: "contract.returned",
      subjectType: "contract",
      subjectId: contract.id,
      title: contractTitle(contract),
      assigneeId: contract.draftedById,
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "contract.returned",
      subjectType: "contract",
      subjectId: contract.id,
      details: { comment: input.comment },
    });
    return { id: contract.id };
  });
}
