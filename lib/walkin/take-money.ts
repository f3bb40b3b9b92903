import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { writeReceipt } from "@/lib/receivables/enter-receipt";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { lockWalkIn } from "./load";
import type { TakeMoneyInput } from "./schema";

const BEFORE_GOODS = ["DRAFT", "PENDING_DEPT_HEAD", "PENDING_DIRECTOR", "APPROVED"];

/**
 * Money taken at the counter becomes a receipt of the customer (F16), kept for this pickup until the goods leave;
 * finance confirms it. A rejected or reversed one is replaced. Throws `walkin.money_taken`, `walkin.wrong_status`.
 */
export function takeMoney(
  actor: Actor,
  input: TakeMoneyInput,
  key: IdempotencyKey,
): Promise<{ receiptId: string; docNo: string }> {
  return transactOnce({ key, actor, action: "walkin.take_money", input }, async (tx) => {
    const { walkIn } = await lockWalkIn(tx, input);
    if (!BEFORE_GOODS.includes(walkIn.status)) throw new DomainError("walkin.wrong_status");
    if (walkIn.receiptId !== null) {
      const before = await tx.receipt.findUniqueOrThrow({
        where: { id: walkIn.receiptId },
        select: { status: true, docNo: true },
      });
      if (before.status === "UNCONFIRMED" || before.status === "CONFIRMED")
        throw new DomainError("walkin.money_taken", { docNo: before.docNo });
    }
    const receipt = await writeReceipt(tx, actor, {
      customerId: walkIn.customerId,
      payerName: input.payerName,
      channel: input.channel,
      amount: Money.of(input.amount),
      paidOn: clock.today(),
      bankAccountId: input.bankAccountId,
      bankRef: input.bankRef,
      bill: null,
      allocations: [],
      remark: `临时提货 ${walkIn.docNo ?? ""}`.trim(),
    });
    await tx.walkIn.update({
      where: { id: walkIn.id },
      data: { receiptId: receipt.receiptId, rowVersion: { increment: 1 } },
    });
    await recordAudit(tx, actor, {
      type: "walkin.money_taken",
      subjectType: "walk_in",
      subjectId: walkIn.id,
      details: { docNo: receipt.docNo, amount: Money.of(input.amount).toString() },
    });
    return receipt;
  });
}
