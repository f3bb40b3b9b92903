import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { receiptLifecycle } from "@/lib/receivables/lifecycle";
import { readReceipt, receiptFacts, receiptRefusal } from "@/lib/receivables/receipt-record";
import type { DecideReceiptInput } from "@/lib/receivables/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem } from "@/lib/server/work-items";

/** Finance does not find the money: the receipt stays with its number and the reason (F16). */
export function rejectReceipt(
  actor: Actor,
  input: DecideReceiptInput,
  key: IdempotencyKey,
): Promise<{ receiptId: string }> {
  return transactOnce({ key, actor, action: "rejectReceipt", input }, async (tx) => {
    const { receiptId, rowVersion, comment: reason } = input;
    const receipt = await readReceipt(tx, receiptId);
    const now = { creditedOn: null, overrideReason: "", today: clock.today() };
    const plan = receiptLifecycle.plan("reject", await receiptFacts(tx, receipt, now), actor, can);
    if (!plan.ok) throw receiptRefusal(plan.refusal);
    const moved = await tx.receipt.updateMany({
      where: { id: receiptId, status: plan.from, rowVersion },
      data: {
        status: plan.to,
        decidedById: actor.id,
        decidedByName: actor.name,
        decidedAt: clock.now(),
        decisionComment: reason,
        rowVersion: { increment: 1 },
      },
    });
    if (moved.count === 0) throw new DomainError("common.changed_meanwhile");
    await closeWorkItem(tx, { kind: "receipt.confirm", subjectId: receiptId });
    await recordAudit(tx, actor, {
      type: "receipt.rejected",
      subjectType: "receipt",
      subjectId: receiptId,
      details: { docNo: receipt.docNo, reason },
    });
    return { receiptId };
  });
}
