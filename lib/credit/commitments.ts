import "server-only";
import type { Money } from "@/lib/core/money";
import { Prisma, type Tx } from "@/lib/server/db";

type Commitment = { slipId: string; customerId: string; amount: Money };

/** An approved credit slip counts against the customer until it is posted (rules 5.4). */
function commitCreditSql({ slipId, customerId, amount }: Commitment): Prisma.Sql {
  return Prisma.sql`
    insert into credit_commitment (slip_id, customer_id, amount)
    values (${slipId}::uuid, ${customerId}::uuid, ${amount.toString()}::numeric)
    on conflict (slip_id) do update set amount = excluded.amount, customer_id = excluded.customer_id`;
}

function releaseCommitmentSql(slipId: string): Prisma.Sql {
  return Prisma.sql`delete from credit_commitment where slip_id = ${slipId}::uuid`;
}

/** Transaction step of a slip that becomes APPROVED; call under the customer's lock. */
export async function commitCredit(
  tx: Tx,
  slipId: string,
  customerId: string,
  amount: Money,
): Promise<void> {
  await tx.$executeRaw(commitCreditSql({ slipId, customerId, amount }));
}

/** Transaction step of a slip that is posted, returned, rejected or cancelled; harmless when there is none. */
export async function releaseCommitment(tx: Tx, slipId: string): Promise<void> {
  await tx.$executeRaw(releaseCommitmentSql(slipId));
}
