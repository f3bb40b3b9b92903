import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { lockCustomerAccount } from "@/lib/receivables/lock-account";
import { postLedgerRows } from "@/lib/receivables/post-ledger";
import { settleFromContract } from "@/lib/receivables/settle";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";

export type ReversedDelivery = {
  actor: Actor;
  /** The slip that is taken back whole, and its red slip. */
  slipId: string;
  redSlipId: string;
  redSlipNo: string;
  customerId: string;
  summary: string;
  today: CalendarDate;
};

/**
 * A posted slip is reversed (rules 5.12): the ledger gets a reversing row dated today, and the money that had settled
 * the delivery goes back to where it came from, its contract or the account. Throws `receivables.already_reversed`.
 */
export async function reverseDelivery(tx: Tx, reversal: ReversedDelivery): Promise<void> {
  const { actor, slipId, redSlipId, redSlipNo, customerId, summary, today } = reversal;
  const account = await lockCustomerAccount(tx, customerId, today);
  const receivable = await tx.receivable.findUnique({
    where: { sourceId: slipId },
    select: {
      id: true,
      customerId: true,
      contractId: true,
      contractNo: true,
      amount: true,
      reversedAt: true,
    },
  });
  if (receivable?.customerId !== customerId) throw new DomainError("common.not_found");
  if (receivable.reversedAt) throw new DomainError("receivables.already_reversed");
  await takeMoneyBack(tx, customerId, receivable.id);
  await tx.receivable.update({ where: { id: receivable.id }, data: { reversedAt: clock.now() } });
  await postLedgerRows(tx, { actor, account, today }, [
    {
      kind: "DELIVERY_REVERSAL",
      sourceType: "outbound_slip",
      sourceId: redSlipId,
      sourceNo: redSlipNo,
      contractId: receivable.contractId,
      contractNo: receivable.contractNo,
      summary,
      debit: Money.of(receivable.amount).negated(),
    },
  ]);
  if (receivable.contractId) await settleFromContract(tx, customerId, receivable.contractId);
}

async function takeMoneyBack(tx: Tx, customerId: string, receivableId: string): Promise<void> {
  const sources = await tx.settlement.groupBy({
    by: ["contractId", "receiptId"],
    where: { receivableId },
    _sum: { amount: true },
  });
  const data = sources.flatMap(({ contractId, receiptId, _sum }) => {
    const put = Money.of(_sum.amount ?? 0);
    if (put.isZero()) return [];
    const amount = put.negated().toString();
    return [{ customerId, receivableId, contractId, receiptId, amount, at: clock.now() }];
  });
  if (data.length > 0) await tx.settlement.createMany({ data });
}
