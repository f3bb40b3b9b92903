import "server-only";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import {
  contractFundsConfirmed,
  openReceivables,
  unusedContractFunds,
} from "@/lib/receivables/money-figures";
import {
  type Put,
  putOldestDueFirst,
  type SettledItem,
  takeBackLatestFirst,
} from "@/lib/receivables/policy";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";

/** Where the settling money comes from: tied to the contract, or straight from a receipt. */
type MoneySource = { contractId: string } | { receiptId: string };

/** Writes settlements; a trigger carries them to the deliveries, whose CHECK keeps 0 <= settled <= amount. */
export async function putMoney(
  tx: Tx,
  customerId: string,
  source: MoneySource,
  puts: readonly Put[],
): Promise<void> {
  if (puts.length === 0) return;
  await tx.settlement.createMany({
    data: puts.map(({ receivableId, amount }) => ({
      customerId,
      receivableId,
      receiptId: "receiptId" in source ? source.receiptId : null,
      contractId: "contractId" in source ? source.contractId : null,
      amount: amount.toString(),
      at: clock.now(),
    })),
  });
}

/** Ties money to a contract, or takes it away again when negative. */
export async function tieMoney(
  tx: Tx,
  customerId: string,
  rows: readonly { contractId: string; receiptId: string | null; amount: Money; reason: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.contractFunds.createMany({
    data: rows.map((row) => ({
      ...row,
      customerId,
      amount: row.amount.toString(),
      at: clock.now(),
    })),
  });
}

/** Money tied to a contract settles its open deliveries, oldest due first (rules 5.4). Answers how much it settled. */
export async function settleFromContract(
  tx: Tx,
  customerId: string,
  contractId: string,
): Promise<Money> {
  const unused = await unusedContractFunds(tx, contractId);
  if (!unused.isPositive()) return Money.zero;
  const open = await openReceivables(tx, customerId);
  const own = open.filter((item) => item.contractId === contractId);
  const { puts, rest } = putOldestDueFirst(unused, own);
  await putMoney(tx, customerId, { contractId }, puts);
  return unused.minus(rest);
}

/** When less is tied than has settled deliveries, the latest due ones give it back and are open again. */
export async function takeBackFromContract(
  tx: Tx,
  customerId: string,
  contractId: string,
): Promise<void> {
  const settled = await settledFromContract(tx, contractId);
  const used = Money.sum(settled.map(({ amount }) => amount));
  const deficit = used.minus(await contractFundsConfirmed(tx, contractId));
  if (!deficit.isPositive()) return;
  await putMoney(tx, customerId, { contractId }, takeBackLatestFirst(deficit, settled));
}

async function settledFromContract(tx: Tx, contractId: string): Promise<SettledItem[]> {
  const rows = await tx.$queryRaw<{ receivable_id: string; due_on: Date; amount: string }[]>`
    select s.receivable_id::text, r.due_on, sum(s.amount)::text as amount
    from settlement s join receivable r on r.id = s.receivable_id
    where s.contract_id = ${contractId}::uuid
    group by s.receivable_id, r.due_on having sum(s.amount) > 0`;
  return rows.map((row) => ({
    receivableId: row.receivable_id,
    dueOn: fromDbDate(row.due_on),
    amount: Money.of(row.amount),
  }));
}
