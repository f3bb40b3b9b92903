import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import type { LockedAccount } from "@/lib/receivables/lock-account";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { LedgerKind } from "@/lib/server/generated/enums";

export type LedgerRow = {
  kind: LedgerKind;
  sourceType: string;
  sourceId: string;
  sourceNo: string;
  contractId?: string | null;
  contractNo?: string;
  summary: string;
  /** Owed to us; negative in a reversing row. */
  debit?: Money;
  /** Paid to us; negative in a reversing row. */
  credit?: Money;
  dueOn?: CalendarDate;
};

/**
 * Appends rows to the customer's ledger (F15), dated today, each with the running balance after it. The account must
 * be locked; a second posting of the same document breaks the unique key (source, kind).
 */
export async function postLedgerRows(
  tx: Tx,
  { actor, account, today }: { actor: Actor; account: LockedAccount; today: CalendarDate },
  rows: readonly LedgerRow[],
): Promise<void> {
  let { lastSeq, balance } = account;
  const data = rows.map(({ debit = Money.zero, credit = Money.zero, dueOn, ...row }) => {
    lastSeq += 1;
    balance = balance.plus(debit).minus(credit);
    return {
      ...row,
      contractId: row.contractId ?? null,
      summary: row.summary.slice(0, 120),
      customerId: account.customerId,
      entryDate: toDbDate(today),
      seq: lastSeq,
      debit: debit.toString(),
      credit: credit.toString(),
      balance: balance.toString(),
      dueOn: dueOn ? toDbDate(dueOn) : null,
      byId: actor.id,
      byName: actor.name,
      createdAt: clock.now(),
    };
  });
  await tx.ledgerEntry.createMany({ data });
  await tx.customerAccount.update({
    where: { customerId: account.customerId },
    data: { lastSeq, balance: balance.toString() },
  });
}
