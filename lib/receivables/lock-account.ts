import "server-only";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { lockCustomer } from "@/lib/customers/lock-customer";
import type { Tx } from "@/lib/server/db";

export type LockedAccount = {
  customerId: string;

  lastSeq: number;
  balance: Money;
};

/**
 * The customer's lock, first in the order customer, contract, line, stock, counter: whoever sums or moves a customer's
 * money holds it (reliability I5, I17). Opens the account with the first document that needs it (R1.1.5-L1).
 */
export async function lockCustomerAccount(
  tx: Tx,
  customerId: string,
  today: CalendarDate,
): Promise<LockedAccount> {
  await lockCustomer(tx, customerId);
  await openAccount(tx, customerId, today);
  const account = await tx.customerAccount.findUniqueOrThrow({
    where: { customerId },
    select: { lastSeq: true, balance: true },
  });
  return {
    customerId,
    lastSeq: account.lastSeq,
    balance: Money.of(account.balance),
  };
}

/** Opens the customer's ledger account if there is none: with the first contract on credit, or the first money. */
async function openAccount(tx: Tx, customerId: string, today: CalendarDate): Promise<void> {
  await tx.$executeRaw`
    insert into customer_account (customer_id, opened_on) values (${customerId}::uuid, ${today}::date)
    on conflict do nothing`;
}
