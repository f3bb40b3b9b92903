import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { putMoney } from "@/lib/receivables/settle";
import { unspentReceipts } from "@/lib/receivables/unspent-receipts";
import type { Tx } from "@/lib/server/db";

/**
 * Money taken at the counter for a pickup that is paid in advance stays on account until the goods leave: it must not
 * settle older debts meanwhile (rules 5.11).
 */
export async function isKeptForPickup(tx: Tx, receiptId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from walk_in where receipt_id = ${receiptId}::uuid and payment_term = 'PREPAID'
      and status in ('DRAFT', 'PENDING_DEPT_HEAD', 'PENDING_DIRECTOR', 'APPROVED')`;
  return rows.length > 0;
}

/** Confirmed money of the customer that is neither allocated to a delivery nor tied to a contract. */
export async function freeMoney(tx: Tx, customerId: string): Promise<Money> {
  return Money.sum((await unspentReceipts(tx, customerId)).map(({ left }) => left));
}

/**
 * A pickup paid in advance is settled as it is posted, from its own receipt first. With the customer's account locked.
 * Throws `receivables.over_on_account` when there is too little.
 */
export async function settlePickup(
  tx: Tx,
  { customerId, receivableId, amount }: { customerId: string; receivableId: string; amount: Money },
  ownReceiptId: string | null,
): Promise<void> {
  const unspent = await unspentReceipts(tx, customerId);
  const ordered = [
    ...unspent.filter(({ receiptId }) => receiptId === ownReceiptId),
    ...unspent.filter(({ receiptId }) => receiptId !== ownReceiptId),
  ];
  let missing = amount;
  for (const { receiptId, left } of ordered) {
    const part = left.min(missing);
    if (!part.isPositive()) continue;
    await putMoney(tx, customerId, { receiptId }, [{ receivableId, amount: part }]);
    missing = missing.minus(part);
  }
  if (!missing.isPositive()) return;
  throw new DomainError("receivables.over_on_account", {
    wanted: amount.toString(),
    available: amount.minus(missing).toString(),
  });
}
