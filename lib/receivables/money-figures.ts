import "server-only";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { contractReceivedSql } from "@/lib/receivables/contract-money-sql";
import type { OpenItem } from "@/lib/receivables/policy";
import { Prisma, type Tx } from "@/lib/server/db";

/** Every function here reads with a transaction or the database client; under the customer's lock the answer stands. */

/** Confirmed money tied to a contract, reversals deducted: what gate G1 compares (R1.3.1-P1). */
export async function contractFundsConfirmed(client: Tx, contractId: string): Promise<Money> {
  const { _sum } = await client.contractFunds.aggregate({
    where: { contractId },
    _sum: { amount: true },
  });
  return Money.of(_sum.amount ?? 0);
}

/** Tied money that has not settled a delivery yet. */
export async function unusedContractFunds(client: Tx, contractId: string): Promise<Money> {
  const tied = await contractFundsConfirmed(client, contractId);
  const { _sum } = await client.settlement.aggregate({
    where: { contractId },
    _sum: { amount: true },
  });
  return tied.minus(Money.of(_sum.amount ?? 0));
}

export type OpenReceivable = OpenItem & {
  sourceNo: string;
  contractNo: string;
  amount: Money;
  disputedOn: CalendarDate | null;
};

/** The customer's deliveries that are not fully paid, oldest due first. */
export async function openReceivables(client: Tx, customerId: string): Promise<OpenReceivable[]> {
  const rows = await client.receivable.findMany({
    where: {
      customerId,
      reversedAt: null,
      settledAmount: { lt: client.receivable.fields.amount },
    },
    orderBy: [{ dueOn: "asc" }, { postedOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      contractId: true,
      contractNo: true,
      sourceNo: true,
      postedOn: true,
      dueOn: true,
      disputedOn: true,
      amount: true,
      settledAmount: true,
    },
  });
  return rows.map((row) => ({
    receivableId: row.id,
    contractId: row.contractId,
    contractNo: row.contractNo,
    sourceNo: row.sourceNo,
    postedOn: fromDbDate(row.postedOn),
    dueOn: fromDbDate(row.dueOn),
    disputedOn: row.disputedOn && fromDbDate(row.disputedOn),
    amount: Money.of(row.amount),
    open: Money.of(row.amount).minus(Money.of(row.settledAmount)),
  }));
}

/** Money received for each contract: what is tied to it and what was put straight against its deliveries. */
export async function contractReceived(
  client: Tx,
  contractIds: readonly string[],
): Promise<Map<string, Money>> {
  const wanted = [...new Set(contractIds)];
  if (wanted.length === 0) return new Map();
  const rows = await client.$queryRaw<{ id: string; amount: string }[]>`
    select w.id::text, ${contractReceivedSql(Prisma.sql`w.id`)}::text as amount
    from unnest(${wanted}::uuid[]) as w(id)`;
  return new Map(rows.map(({ id, amount }) => [id, Money.of(amount)]));
}
