import "server-only";
import { Money } from "@/lib/core/money";
import type { Tx } from "@/lib/server/db";

export type Unspent = { receiptId: string; left: Money };

/** Confirmed receipts with what is left of each, the earliest credited first; under the customer's lock it stands. */
export async function unspentReceipts(tx: Tx, customerId: string): Promise<Unspent[]> {
  const rows = await tx.$queryRaw<{ id: string; left_over: string }[]>`
    select r.id::text, (r.amount
      - coalesce((select sum(f.amount) from contract_funds f where f.receipt_id = r.id), 0)
      - coalesce((select sum(s.amount) from settlement s where s.receipt_id = r.id), 0))::text as left_over
    from receipt r where r.customer_id = ${customerId}::uuid and r.status = 'CONFIRMED'
    order by r.credited_on, r.doc_no`;
  return rows
    .map(({ id, left_over: left }) => ({ receiptId: id, left: Money.of(left) }))
    .filter(({ left }) => left.isPositive());
}
