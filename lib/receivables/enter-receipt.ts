import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import type { Money } from "@/lib/core/money";
import { formatMoney } from "@/lib/i18n/format";
import { checkAllocations, writeAllocations } from "@/lib/receivables/receipt-allocations";
import type { EnterReceiptInput } from "@/lib/receivables/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { drawNumber } from "@/lib/server/sequence";
import { openWorkItem } from "@/lib/server/work-items";

/**
 * A clerk or finance enters a receipt (F16): number SK, waiting for finance. It frees nothing yet (R1.3.1-P1).
 * Throws `receivables.paid_later`, `receivables.account_closed`, and what `checkAllocations` throws.
 */
export function enterReceipt(
  actor: Actor,
  input: EnterReceiptInput,
  key: IdempotencyKey,
): Promise<{ receiptId: string; docNo: string }> {
  return transactOnce({ key, actor, action: "enterReceipt", input }, (tx) =>
    writeReceipt(tx, actor, input),
  );
}

/** The same inside another transaction. */
export async function writeReceipt(
  tx: Tx,
  actor: Actor,
  input: EnterReceiptInput,
): Promise<{ receiptId: string; docNo: string }> {
  if (!can(actor, "receipt:enter")) throw new DomainError("common.forbidden");
  const today = clock.today();
  refuseLaterDays(input, today);
  const customerName = await customerNameOf(tx, input.customerId);
  await requireOwnAccount(tx, input.bankAccountId);
  const allocations = await checkAllocations(tx, actor, input, input.allocations);
  const receiptId = newId();
  const { number: docNo } = await drawNumber(tx, "SK", today);
  await tx.receipt.create({
    data: {
      ...fieldsOf(input),
      id: receiptId,
      docNo,
      customerName,
      registeredOn: toDbDate(today),
      ...enteredBy(actor),
    },
  });
  await writeAllocations(tx, receiptId, allocations);
  await announce(tx, actor, { receiptId, docNo, customerName, amount: input.amount, today });
  return { receiptId, docNo };
}

type Entered = {
  receiptId: string;
  docNo: string;
  customerName: string;
  amount: Money;
  today: CalendarDate;
};

async function announce(tx: Tx, actor: Actor, entered: Entered): Promise<void> {
  const { receiptId, docNo, customerName, amount, today } = entered;
  await openWorkItem(tx, {
    kind: "receipt.confirm",
    subjectType: "receipt",
    subjectId: receiptId,
    title: `${docNo} ${customerName} ${formatMoney(amount.toString())}`,
    role: "FINANCE",
    dueOn: today,
  });
  await recordAudit(tx, actor, {
    type: "receipt.entered",
    subjectType: "receipt",
    subjectId: receiptId,
    details: { docNo, amount: amount.toString() },
  });
}

function refuseLaterDays({ paidOn }: EnterReceiptInput, today: CalendarDate): void {
  if (paidOn <= today) return;
  throw new DomainError("receivables.paid_later", undefined, [
    { path: "paidOn", code: "receivables.paid_later" },
  ]);
}

function fieldsOf({ bill, allocations: _written, paidOn, amount, ...rest }: EnterReceiptInput) {
  return {
    ...rest,
    amount: amount.toString(),
    paidOn: toDbDate(paidOn),
    ...(bill && {
      billNumber: bill.number,
      billDrawer: bill.drawer,
      billAcceptor: bill.acceptor,
      billIssuedOn: toDbDate(bill.issuedOn),
      billDueOn: toDbDate(bill.dueOn),
    }),
  };
}

function enteredBy(actor: Actor) {
  return { createdById: actor.id, createdByName: actor.name, createdAt: clock.now() };
}

async function customerNameOf(tx: Tx, customerId: string): Promise<string> {
  const [customer] = await tx.$queryRaw<{ name: string }[]>`
    select name from customer where id = ${customerId}::uuid and merged_into_id is null`;
  if (!customer) throw new DomainError("common.not_found");
  return customer.name;
}

async function requireOwnAccount(tx: Tx, bankAccountId: string): Promise<void> {
  const [account] = await tx.$queryRaw<{ active: boolean }[]>`
    select active from bank_account where id = ${bankAccountId}::uuid`;
  if (account?.active) return;
  throw new DomainError("receivables.account_closed", undefined, [
    { path: "bankAccountId", code: "receivables.account_closed" },
  ]);
}
