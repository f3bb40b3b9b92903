import "server-only";
import { type Actor, signerOf } from "@/lib/auth/permissions";
import { assertStillCovered } from "@/lib/contracts/cover-contract";
import { factsOf, lockContract } from "@/lib/contracts/load";
import { assertMayMove, moveContract } from "@/lib/contracts/move-contract";
import type { DecideInput } from "@/lib/contracts/schema";
import { latestSubmission } from "@/lib/contracts/submissions";
import { contractTitle } from "@/lib/contracts/titles";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";

/** The section chief's check (R1.1.4-a): then it is the director's turn. Throws `contracts.<guard>`. */
export function checkContract(
  actor: Actor,
  input: DecideInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.check", input }, async (tx) => {
    const contract = await lockContract(tx, input.contractId);
    const plan = assertMayMove("check", await factsOf(tx, contract), actor);
    if (contract.contractClass === "C") await assertStillCovered(tx, contract, clock.today());
    await moveContract(tx, input, plan, {
      checkedById: signerOf(actor, "contract:check").signedById,
    });
    const { revision, contentHash } = await latestSubmission(tx, contract.id);
    await sign(tx, actor, {
      permission: "contract:check",
      subjectType: "contract",
      subjectId: contract.id,
      step: "CHECKED",
      decision: "AGREE",
      comment: input.comment,
      revision,
      contentHash,
    });
    await closeWorkItem(tx, { kind: "contract.check", subjectId: contract.id });
    await openWorkItem(tx, {
      kind: "contract.approve",
      subjectType: "contract",
      subjectId: contract.id,
      title: contractTitle(contract),
      role: "FACTORY_DIRECTOR",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "contract.checked",
      subjectType: "contract",
      subjectId: contract.id,
      details: { comment: input.comment },
    });
    return { id: contract.id };
  });
}
