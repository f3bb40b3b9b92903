import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { lockCustomerAccount } from "@/lib/receivables/lock-account";
import { openReceivables } from "@/lib/receivables/money-figures";
import { accumulatedDueDates } from "@/lib/receivables/policy";
import { type LedgerRow, postLedgerRows } from "@/lib/receivables/post-ledger";
import { settleFromContract } from "@/lib/receivables/settle";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";

export type PostedDelivery = {
  actor: Actor;
  slipId: string;
  slipNo: string;
  customerId: string;
  contractId: string | null;
  contractNo: string;
  goodsAmount: Money;
  /** Freight, packing and other charges less the discount; may be negative. */
  chargeAmount: Money;
  dueOn: CalendarDate;
  /** The agreed amount of accumulated settlement, when the delivery is on that term (rules 5.3). */
  accumulatedFrom: Money | null;
  /** "发货 立铣刀 等3项" */
  summary: string;
  today: CalendarDate;
};

/**
 * A slip was posted: the customer owes its goods and charges from today (rules 5.6). Money tied to the contract
 * settles them at once; on-account money stays where it is until finance moves it. When the open total reaches the
 * agreed amount of accumulated settlement, the due dates come forward. Answers what was settled.
 */
export async function postDelivery(
  tx: Tx,
  delivery: PostedDelivery,
): Promise<{ receivableId: string; settled: Money }> {
  const { actor, customerId, contractId, contractNo, slipId, slipNo, dueOn, today } = delivery;
  const account = await lockCustomerAccount(tx, customerId, today);
  await postLedgerRows(tx, { actor, account, today }, ledgerRowsOf(delivery));
  const receivableId = newId();
  await tx.receivable.create({
    data: {
      id: receivableId,
      customerId,
      contractId,
      contractNo,
      sourceType: "outbound_slip",
      sourceId: slipId,
      sourceNo: slipNo,
      postedOn: toDbDate(today),
      amount: delivery.goodsAmount.plus(delivery.chargeAmount).toString(),
      dueOn: toDbDate(dueOn),
    },
  });
  const settled = contractId ? await settleFromContract(tx, customerId, contractId) : Money.zero;
  await bringDueDatesForward(tx, delivery);
  return { receivableId, settled };
}

function ledgerRowsOf(delivery: PostedDelivery): LedgerRow[] {
  const { slipId, slipNo, contractId, contractNo, summary, dueOn, goodsAmount, chargeAmount } =
    delivery;
  const source = {
    sourceType: "outbound_slip",
    sourceId: slipId,
    sourceNo: slipNo,
    contractId,
    contractNo,
    dueOn,
  };
  const goods: LedgerRow = { ...source, kind: "DELIVERY", summary, debit: goodsAmount };
  if (chargeAmount.isZero()) return [goods];
  return [goods, { ...source, kind: "CHARGE", summary, debit: chargeAmount }];
}

async function bringDueDatesForward(
  tx: Tx,
  { customerId, accumulatedFrom, today }: PostedDelivery,
) {
  if (accumulatedFrom === null) return;
  const changes = accumulatedDueDates(
    await openReceivables(tx, customerId),
    accumulatedFrom,
    today,
  );
  for (const { receivableId, from, to } of changes) {
    await tx.receivable.update({ where: { id: receivableId }, data: { dueOn: toDbDate(to) } });
    await tx.dueDateEvent.create({
      data: {
        receivableId,
        fromOn: toDbDate(from),
        toOn: toDbDate(to),
        reason: "ACCUMULATED_AMOUNT_REACHED",
        at: clock.now(),
      },
    });
  }
}
