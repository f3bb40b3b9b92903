import type { CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { confirmReceipt, enterConfirmedReceipt } from "@/lib/receivables/confirm-receipt";
import { enterReceipt } from "@/lib/receivables/enter-receipt";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { retryWaitingNotices } from "@/lib/shipping/free-notices";
import { newKey } from "./keys";
import type { Staff } from "./people";

type Payment = { customerId: string; customerName: string; amount: Money; contractId?: string };

async function receiptOf(
  { customerId, customerName, amount, contractId }: Payment,
  paidOn: CalendarDate,
) {
  const account = await db.bankAccount.findFirstOrThrow({ select: { id: true } });
  return {
    customerId,
    payerName: customerName,
    channel: "BANK_TRANSFER" as const,
    amount,
    paidOn,
    bankAccountId: account.id,
    bankRef:
      `BR${clock.now().getTime().toString().slice(-9)}${amount.toString().replace(".", "")}`.slice(
        0,
        30,
      ),
    bill: null,
    allocations: contractId
      ? [{ kind: "PREPAYMENT" as const, contractId, receivableId: null, amount }]
      : [],
    remark: "",
  };
}

/** Finance sees the money on the account and confirms it; notices that waited for it are tried (R1.3.1-P1). */
export async function payIn(staff: Staff, payment: Payment): Promise<void> {
  const finance = await staff.who("finance");
  const today = clock.today();
  const input = { receipt: await receiptOf(payment, today), creditedOn: today, overrideReason: "" };
  await enterConfirmedReceipt(finance, input, newKey(), async (tx, contractIds) => {
    await retryWaitingNotices(tx, finance, contractIds);
  });
}

/** The customer says it has paid: the clerk enters it, finance confirms when the money is there. */
export async function announcePayment(staff: Staff, payment: Payment): Promise<string> {
  const { receiptId } = await enterReceipt(
    await staff.who("clerk2"),
    await receiptOf(payment, clock.today()),
    newKey(),
  );
  return receiptId;
}

export async function confirmPayment(staff: Staff, receiptId: string): Promise<void> {
  const finance = await staff.who("finance");
  const { rowVersion } = await db.receipt.findUniqueOrThrow({
    where: { id: receiptId },
    select: { rowVersion: true },
  });
  const input = {
    receiptId,
    rowVersion,
    creditedOn: clock.today(),
    comment: "",
    overrideReason: "",
  };
  await confirmReceipt(finance, input, newKey(), async (tx, contractIds) => {
    await retryWaitingNotices(tx, finance, contractIds);
  });
}

/** What falls due by the end of this month, for customers who pay as agreed. */
export async function dueBy(customerId: string, day: CalendarDate): Promise<Money> {
  const rows = await db.$queryRaw<{ open: { toFixed(digits: number): string } | null }[]>`
    select sum(amount - settled_amount) as open from receivable
    where customer_id = ${customerId}::uuid and reversed_at is null and due_on <= ${day}::date`;
  return Money.of(rows[0]?.open ?? 0);
}
