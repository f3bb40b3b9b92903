import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { inboundLifecycle } from "@/lib/stock/lifecycle";
import { inboundRefusal } from "@/lib/stock/post-inbound";
import type { CancelInboundInput } from "@/lib/stock/schema";

/** A draft that will not be posted: it stays, with the reason. Throws as `postInbound` does. */
export function cancelInbound(
  actor: Actor,
  input: CancelInboundInput,
  key: IdempotencyKey,
): Promise<{ slipId: string }> {
  return transactOnce({ key, actor, action: "cancelInbound", input }, async (tx) => {
    const { slipId, rowVersion, comment: reason } = input;
    const slip = await tx.inboundSlip.findUnique({
      where: { id: slipId },
      select: { status: true },
    });
    if (!slip) throw new DomainError("common.not_found");
    const plan = inboundLifecycle.plan("cancel", { status: slip.status, lineCount: 0 }, actor, can);
    if (!plan.ok) throw inboundRefusal(plan.refusal);
    const moved = await tx.inboundSlip.updateMany({
      where: { id: slipId, status: "DRAFT", rowVersion },
      data: { status: plan.to, cancelReason: reason, rowVersion: { increment: 1 } },
    });
    if (moved.count === 0) throw new DomainError("common.changed_meanwhile");
    await recordAudit(tx, actor, {
      type: "inbound.cancelled",
      subjectType: "inbound_slip",
      subjectId: slipId,
      details: { reason },
    });
    return { slipId };
  });
}
