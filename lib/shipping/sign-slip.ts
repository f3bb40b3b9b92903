import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { Money } from "@/lib/core/money";
import { commitCredit } from "@/lib/credit/commitments";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { checkCredit } from "./credit-check";
import type { SignSlipInput } from "./schema";
import { slipContentHash } from "./slip-content";
import { signedSlip, slipFacts, type WholeSlip } from "./slip-load";
import { lockForSignature } from "./slip-locks";
import { assertSlipMove, moveSlip } from "./slip-move";
import { auditCheck } from "./submit-slip";
import { plainShippingTitle, shippingTitle } from "./titles";

/**
 * The department head signs, in any case and before the director (R1.2.2-b, Q26, Q37). The credit is checked again:
 * with a violation the slip goes on to the director, otherwise it is approved and commits its amount (R1.3.1-e).
 */
export function signSlip(
  actor: Actor,
  input: SignSlipInput,
  key: IdempotencyKey,
): Promise<{ slipId: string; outcome: "APPROVED" | "PENDING_DIRECTOR" }> {
  return transactOnce({ key, actor, action: "slip.sign", input }, async (tx) => {
    const slip = await lockForSignature(tx, input);
    const { snapshot } = await checkCredit(tx, slip, Money.of(slip.totalAmount));
    const hasViolation = snapshot.violations.length > 0;
    const command = hasViolation ? "sign_to_director" : "sign";
    const plan = assertSlipMove(command, slipFacts(slip, { hasViolation }), actor);
    await moveSlip(tx, slip, plan.to, { creditSnapshot: snapshot, deptHeadById: actor.id });
    await sign(tx, actor, {
      permission: "slip:sign_dept_head",
      subjectType: "outbound_slip",
      subjectId: slip.id,
      step: "DEPT_HEAD",
      decision: "AGREE",
      comment: input.comment,
      revision: slip.revision,
      contentHash: slipContentHash(slip),
      documentKind: signedSlip(slip).kind,
    });
    await closeWorkItem(tx, { kind: "slip.sign_dept_head", subjectId: slip.id });
    if (hasViolation) await askDirector(tx, slip);
    else await becomeApproved(tx, slip);
    await auditCheck(tx, actor, { type: "slip.signed", slip, snapshot, comment: input.comment });
    return { slipId: slip.id, outcome: plan.to };
  });
}

export function askDirector(tx: Tx, slip: WholeSlip): Promise<void> {
  return openWorkItem(tx, {
    kind: "slip.sign_director",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    title: shippingTitle(slip),
    role: "FACTORY_DIRECTOR",
    dueOn: clock.today(),
  });
}

/** Goods of a pickup are counted by the keeper and by the clerk before they leave (R1.2.4-a). */
async function askToCount(tx: Tx, slip: WholeSlip, walkInId: string): Promise<void> {
  const item = {
    subjectType: "walk_in",
    subjectId: walkInId,
    title: plainShippingTitle(slip),
    dueOn: clock.today(),
  };
  await openWorkItem(tx, { ...item, kind: "walkin.count_keeper", role: "WAREHOUSE_KEEPER" });
  await openWorkItem(tx, { ...item, kind: "walkin.count_clerk", assigneeId: slip.preparedById });
}

/** An approved credit slip counts against the customer until it is posted; the keeper's turn. */
export async function becomeApproved(tx: Tx, slip: WholeSlip): Promise<void> {
  if (slip.isCreditSlip)
    await commitCredit(tx, slip.id, slip.customerId, Money.of(slip.totalAmount));
  if (slip.walkInId !== null) return askToCount(tx, slip, slip.walkInId);
  await openWorkItem(tx, {
    kind: "slip.issue",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    title: plainShippingTitle(slip),
    role: "WAREHOUSE_KEEPER",
    dueOn: clock.today(),
  });
}
