import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign, voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { dropSlip } from "./drop-slip";
import type { CancelSlipInput, RefuseSlipInput } from "./schema";
import { slipContentHash } from "./slip-content";
import { placeOfSlip, signedSlip, slipFacts, type WholeSlip } from "./slip-load";
import { lockChain, lockForSignature } from "./slip-locks";
import { assertSlipMove, moveSlip } from "./slip-move";
import { shippingTitle } from "./titles";

type Answer = { slipId: string };

/** Whoever's turn it is sends the slip back: a draft again, all signatures void, the number stays (rules 5.5). */
export function returnSlip(
  actor: Actor,
  input: RefuseSlipInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "slip.return", input }, async (tx) => {
    const slip = await lockForSignature(tx, input);
    assertSlipMove(
      turnOf(slip) === "director" ? "return_by_director" : "return_by_head",
      slipFacts(slip),
      actor,
    );
    await signRefusal(tx, actor, slip, { decision: "RETURN", comment: input.comment });
    await voidSignatures(tx, slip.id);
    await moveSlip(tx, slip, "DRAFT", {
      deptHeadById: null,
      approvedViolations: [],
      approvedExposure: null,
      directorSignatureId: null,
      revision: { increment: 1 },
    });
    await closeWorkItemsOf(tx, slip.id);
    await openWorkItem(tx, {
      kind: "slip.returned",
      subjectType: "outbound_slip",
      subjectId: slip.id,
      title: shippingTitle(slip),
      assigneeId: slip.preparedById,
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "slip.returned",
      subjectType: "outbound_slip",
      subjectId: slip.id,
      details: { docNo: slip.docNo ?? "", comment: input.comment },
    });
    return { slipId: slip.id };
  });
}

/** Whoever's turn it is rejects the slip for good; its quantity goes back to the notice (rules 5.5). */
export function rejectSlip(
  actor: Actor,
  input: RefuseSlipInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "slip.reject", input }, async (tx) => {
    const slip = await lockToDrop(tx, input);
    assertSlipMove(
      turnOf(slip) === "director" ? "reject_by_director" : "reject_by_head",
      slipFacts(slip),
      actor,
    );
    await signRefusal(tx, actor, slip, { decision: "REJECT", comment: input.comment });
    await dropSlip(tx, actor, slip, { to: "REJECTED", reason: input.comment });
    return { slipId: slip.id };
  });
}

/** The preparer or the chief cancels a slip before posting (rules 5.5). */
export function cancelSlip(
  actor: Actor,
  input: CancelSlipInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "slip.cancel", input }, async (tx) => {
    const slip = await lockToDrop(tx, input);
    assertSlipMove("cancel", slipFacts(slip), actor);
    await dropSlip(tx, actor, slip, { to: "CANCELLED", reason: input.comment });
    return { slipId: slip.id };
  });
}

/** The slip with all that its end gives back; a walk-in pickup's slip stands on no notice. */
async function lockToDrop(tx: Tx, input: CancelSlipInput): Promise<WholeSlip> {
  const { noticeId } = await placeOfSlip(tx, input.slipId);
  return noticeId === null ? lockForSignature(tx, input) : (await lockChain(tx, input)).slip;
}

function turnOf({ status }: WholeSlip): "head" | "director" {
  return status === "PENDING_DIRECTOR" ? "director" : "head";
}

function signRefusal(
  tx: Tx,
  actor: Actor,
  slip: WholeSlip,
  { decision, comment }: { decision: "RETURN" | "REJECT"; comment: string },
): Promise<string> {
  const isDirector = turnOf(slip) === "director";
  return sign(tx, actor, {
    permission: isDirector ? "slip:sign_director" : "slip:sign_dept_head",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    step: isDirector ? "APPROVED" : "DEPT_HEAD",
    decision,
    comment,
    revision: slip.revision,
    contentHash: slipContentHash(slip),
    documentKind: signedSlip(slip).kind,
  });
}
