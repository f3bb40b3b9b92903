import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem } from "@/lib/server/work-items";
import { type CreditSnapshot, checkCredit } from "./credit-check";
import type { ApproveSlipInput } from "./schema";
import { becomeApproved } from "./sign-slip";
import { slipContentHash } from "./slip-content";
import { signedSlip, slipFacts } from "./slip-load";
import { lockForSignature } from "./slip-locks";
import { assertSlipMove, moveSlip } from "./slip-move";
import { auditCheck } from "./submit-slip";

type Answer =
  | { slipId: string; outcome: "APPROVED" }
  | { slipId: string; outcome: "FIGURES_CHANGED"; exposure: string; violations: string[] };

/**
 * The director lets the shown violations and exposure go, for this slip only (R1.3.1-e, Q17). What changed since the
 * screen was drawn is stored and refused as `shipping.figures_changed`: the signature is for the figures shown.
 */
export async function approveSlip(
  actor: Actor,
  input: ApproveSlipInput,
  key: IdempotencyKey,
): Promise<{ slipId: string; outcome: "APPROVED" }> {
  const answer = await transactOnce({ key, actor, action: "slip.approve", input }, (tx) =>
    decide(tx, actor, input),
  );
  // The new figures are kept, so the transaction had to commit before it could be refused.
  if (answer.outcome === "FIGURES_CHANGED") {
    const { exposure, violations } = answer;
    throw new DomainError("shipping.figures_changed", {
      exposure,
      violations: violations.join(" ") || "—",
    });
  }
  return answer;
}

async function decide(
  tx: Parameters<typeof lockForSignature>[0],
  actor: Actor,
  input: ApproveSlipInput,
): Promise<Answer> {
  const slip = await lockForSignature(tx, input);
  const { snapshot } = await checkCredit(tx, slip, Money.of(slip.totalAmount));
  const hasViolation = snapshot.violations.length > 0;
  const plan = assertSlipMove("approve", slipFacts(slip, { hasViolation }), actor);
  if (!isAsShown(snapshot, input)) {
    await tx.outboundSlip.update({ where: { id: slip.id }, data: { creditSnapshot: snapshot } });
    const { exposureAfter: exposure, violations } = snapshot;
    return { slipId: slip.id, outcome: "FIGURES_CHANGED", exposure, violations };
  }
  const signatureId = await sign(tx, actor, {
    permission: "slip:sign_director",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    step: "APPROVED",
    decision: "AGREE",
    comment: input.comment,
    revision: slip.revision,
    contentHash: slipContentHash(slip),
    documentKind: signedSlip(slip).kind,
  });
  await moveSlip(tx, slip, plan.to, {
    creditSnapshot: snapshot,
    approvedViolations: snapshot.violations,
    approvedExposure: snapshot.exposureAfter,
    directorSignatureId: signatureId,
  });
  await closeWorkItem(tx, { kind: "slip.sign_director", subjectId: slip.id });
  await becomeApproved(tx, slip);
  await auditCheck(tx, actor, {
    type: "slip.exception_approved",
    slip,
    snapshot,
    comment: input.comment,
  });
  return { slipId: slip.id, outcome: "APPROVED" };
}

function isAsShown(
  snapshot: CreditSnapshot,
  { shownExposure, shownViolations }: ApproveSlipInput,
): boolean {
  return (
    Money.of(snapshot.exposureAfter).equals(Money.of(shownExposure)) &&
    snapshot.violations.join() === shownViolations.join()
  );
}
