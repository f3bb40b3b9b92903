import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, closeWorkItemsOf } from "@/lib/server/work-items";
import { settleNotice } from "./notice-slips";
import { postRedSlip } from "./red-slip";
import type { DecideReversalInput } from "./schema";
import { slipContentHash } from "./slip-content";
import { placeOfSlip, slipFacts, type WholeSlip } from "./slip-load";
import { type LockedChain, lockChain } from "./slip-locks";
import { assertSlipMove, moveSlip } from "./slip-move";
import { voidShippingPapers } from "./void-shipping-papers";

type Answer = { slipId: string; outcome: "REVERSED" | "REFUSED"; redSlipNo: string | null };

/**
 * The chief signs or refuses the keeper's request (rules 5.12). Signed: a red slip with its own CK number takes back
 * stock and reservation, ledger, contract and notice; packing list and waybill are void; the slip is REVERSED.
 */
export function decideReversal(
  actor: Actor,
  input: DecideReversalInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "slip.decide_reversal", input }, async (tx) => {
    const request = await tx.slipReversal.findUnique({ where: { id: input.reversalId } });
    if (!request) throw new DomainError("common.not_found");
    const chain = await lockCurrent(tx, request.slipId);
    const facts = slipFacts(chain.slip, { reversalRequestedById: request.requestedById });
    const plan = assertSlipMove("reverse", facts, actor);
    if (input.decision === "REJECT" && input.comment === "") {
      throw new DomainError("common.invalid_input", undefined, [
        { path: "comment", code: "common.required" },
      ]);
    }
    await signDecision(tx, actor, chain.slip, input);
    if (input.decision === "REJECT") {
      await closeRequest(tx, actor, input, null);
      await closeWorkItem(tx, { kind: "slip.sign_reversal", subjectId: chain.slip.id });
      await audit(tx, actor, {
        slip: chain.slip,
        type: "slip.reversal_refused",
        redSlipNo: "",
        reason: input.comment,
      });
      return { slipId: chain.slip.id, outcome: "REFUSED", redSlipNo: null };
    }
    assertContractRuns(chain);
    const red = await postRedSlip(tx, actor, chain, request);
    await voidShippingPapers(tx, chain.slip.id, request.reason);
    await moveSlip(tx, chain.slip, plan.to);
    await settleNotice(tx, chain.notice.id);
    await closeWorkItemsOf(tx, chain.slip.id);
    await closeRequest(tx, actor, input, red.id);
    await audit(tx, actor, {
      slip: chain.slip,
      type: "slip.reversed",
      redSlipNo: red.docNo,
      reason: request.reason,
    });
    return { slipId: chain.slip.id, outcome: "REVERSED", redSlipNo: red.docNo };
  });
}

/** What was completed, archived or terminated stays so: its goods come back as a return (rules 5.12). */
function assertContractRuns({ contract }: LockedChain): void {
  if (contract.status === "EXECUTING") return;
  throw new DomainError("shipping.contract_ended", { contractNo: contract.contractNo ?? "" });
}

/** The request carries its own row version; the slip is taken as it is now, under its lock. */
async function lockCurrent(tx: Tx, slipId: string): Promise<LockedChain> {
  await placeOfSlip(tx, slipId);
  const { rowVersion } = await tx.outboundSlip.findUniqueOrThrow({
    where: { id: slipId },
    select: { rowVersion: true },
  });
  return lockChain(tx, { slipId, rowVersion });
}

async function closeRequest(
  tx: Tx,
  actor: Actor,
  input: DecideReversalInput,
  redSlipId: string | null,
): Promise<void> {
  const { count } = await tx.slipReversal.updateMany({
    where: { id: input.reversalId, status: "REQUESTED", rowVersion: input.rowVersion },
    data: {
      status: input.decision === "AGREE" ? "SIGNED" : "REFUSED",
      decidedById: actor.id,
      decidedAt: clock.now(),
      decisionComment: input.comment,
      redSlipId,
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

function signDecision(
  tx: Tx,
  actor: Actor,
  slip: WholeSlip,
  input: DecideReversalInput,
): Promise<string> {
  return sign(tx, actor, {
    permission: "slip:sign_reversal",
    subjectType: "slip_reversal",
    subjectId: input.reversalId,
    step: "DEPT_HEAD",
    decision: input.decision,
    comment: input.comment,
    revision: slip.revision,
    contentHash: slipContentHash(slip),
  });
}

function audit(
  tx: Tx,
  actor: Actor,
  {
    slip,
    type,
    redSlipNo,
    reason,
  }: { slip: WholeSlip; type: string; redSlipNo: string; reason: string },
): Promise<void> {
  return recordAudit(tx, actor, {
    type,
    subjectType: "outbound_slip",
    subjectId: slip.id,
    details: { docNo: slip.docNo ?? "", redSlipNo, reason },
  });
}
