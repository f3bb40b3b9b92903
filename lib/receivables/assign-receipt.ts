import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { receiptLifecycle } from "@/lib/receivables/lifecycle";
import { checkAllocations, writeAllocations } from "@/lib/receivables/receipt-allocations";
import { readReceipt, receiptFacts, receiptRefusal } from "@/lib/receivables/receipt-record";
import type { AssignReceiptInput } from "@/lib/receivables/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";

/**
 * The holder of COLLECTION, or finance, says to which contracts and deliveries a receipt belongs, until finance has
 * decided (R1.3.2-b). Throws `common.changed_meanwhile`, `receivables.already_decided` and what `checkAllocations` does.
 */
export function assignReceipt(
  actor: Actor,
  input: AssignReceiptInput,
  key: IdempotencyKey,
): Promise<{ receiptId: string }> {
  return transactOnce({ key, actor, action: "assignReceipt", input }, async (tx) => {
    const { receiptId, rowVersion, allocations } = input;
    const receipt = await readReceipt(tx, receiptId);
    const now = { creditedOn: null, overrideReason: "", today: clock.today() };
    const plan = receiptLifecycle.plan("assign", await receiptFacts(tx, receipt, now), actor, can);
    if (!plan.ok) throw receiptRefusal(plan.refusal);
    const moved = await tx.receipt.updateMany({
      where: { id: receiptId, status: plan.from, rowVersion },
      data: { rowVersion: { increment: 1 } },
    });
    if (moved.count === 0) throw new DomainError("common.changed_meanwhile");
    await writeAllocations(tx, receiptId, await checkAllocations(tx, actor, receipt, allocations));
    await recordAudit(tx, actor, {
      type: "receipt.assigned",
      subjectType: "receipt",
      subjectId: receiptId,
      details: { allocations: allocations.map((part) => `${part.kind} ${part.amount}`) },
    });
    return { receiptId };
  });
}
