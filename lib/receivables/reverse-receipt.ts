import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { lockContracts } from "@/lib/receivables/contract-facts";
import { receiptLifecycle } from "@/lib/receivables/lifecycle";
import { lockCustomerAccount } from "@/lib/receivables/lock-account";
import { postLedgerRows } from "@/lib/receivables/post-ledger";
import {
  type ReceiptRecord,
  readReceipt,
  receiptFacts,
  receiptRefusal,
} from "@/lib/receivables/receipt-record";
import type { DecideReceiptInput } from "@/lib/receivables/schema";
import { putMoney, takeBackFromContract, tieMoney } from "@/lib/receivables/settle";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";

/**
 * Finance takes a confirmed receipt back (a returned cheque, a wrong customer): a reversing ledger row dated today,
 * the contracts lose the money, what it had settled is open again. Throws as `confirmReceipt` does.
 */
export function reverseReceipt(
  actor: Actor,
  input: DecideReceiptInput,
  key: IdempotencyKey,
): Promise<{ receiptId: string }> {
  return transactOnce({ key, actor, action: "reverseReceipt", input }, async (tx) => {
    const today = clock.today();
    const { receiptId, comment: reason } = input;
    const { customerId } = await readReceipt(tx, receiptId);
    const account = await lockCustomerAccount(tx, customerId, today);
    const receipt = await readReceipt(tx, receiptId);
    await decide(tx, actor, receipt, input, today);
    await takeMoneyAway(tx, receipt, reason);
    const { docNo, amount } = receipt;
    await postLedgerRows(tx, { actor, account, today }, [
      {
        kind: "RECEIPT_REVERSAL",
        sourceType: "receipt",
        sourceId: receiptId,
        sourceNo: docNo,
        summary: reason,
        credit: amount.negated(),
      },
    ]);
    await recordAudit(tx, actor, {
      type: "receipt.reversed",
      subjectType: "receipt",
      subjectId: receiptId,
      details: { docNo, amount: amount.toString(), reason },
    });
    return { receiptId };
  });
}

async function decide(
  tx: Tx,
  actor: Actor,
  receipt: ReceiptRecord,
  { rowVersion, comment: reason }: DecideReceiptInput,
  today: CalendarDate,
): Promise<void> {
  const facts = await receiptFacts(tx, receipt, { creditedOn: null, overrideReason: "", today });
  const plan = receiptLifecycle.plan("reverse", facts, actor, can);
  if (!plan.ok) throw receiptRefusal(plan.refusal);
  const moved = await tx.receipt.updateMany({
    where: { id: receipt.id, status: plan.from, rowVersion },
    data: {
      status: plan.to,
      reversedByName: actor.name,
      reversedAt: clock.now(),
      reversalReason: reason,
      rowVersion: { increment: 1 },
    },
  });
  if (moved.count === 0) throw new DomainError("common.changed_meanwhile");
}

/** Negates what this receipt still ties and settles; contracts with too little left take back from deliveries. */
async function takeMoneyAway(tx: Tx, { id: receiptId, customerId }: ReceiptRecord, reason: string) {
  const tied = await tx.contractFunds.groupBy({
    by: ["contractId"],
    where: { receiptId },
    _sum: { amount: true },
    orderBy: { contractId: "asc" },
  });
  await lockContracts(
    tx,
    tied.map(({ contractId }) => contractId),
  );
  const funds = tied.flatMap(({ contractId, _sum }) => {
    const amount = Money.of(_sum.amount ?? 0).negated();
    return amount.isZero() ? [] : [{ contractId, receiptId, amount, reason: reason.slice(0, 120) }];
  });
  await tieMoney(tx, customerId, funds);
  for (const { contractId } of funds) await takeBackFromContract(tx, customerId, contractId);

  const direct = await tx.settlement.groupBy({
    by: ["receivableId"],
    where: { receiptId },
    _sum: { amount: true },
  });
  const puts = direct.flatMap(({ receivableId, _sum }) => {
    const amount = Money.of(_sum.amount ?? 0).negated();
    return amount.isZero() ? [] : [{ receivableId, amount }];
  });
  await putMoney(tx, customerId, { receiptId }, puts);
}
