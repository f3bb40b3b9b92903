import "server-only";
import { Prisma } from "@/lib/server/generated/client";

/**
 * Money received for a contract: what is tied to it and what was put straight against its deliveries (F04 回款金额).
 * A scalar expression over the given contract id; never null.
 */
export function contractReceivedSql(contractId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    coalesce((select sum(f.amount) from contract_funds f where f.contract_id = ${contractId}), 0)
    + coalesce((select sum(s.amount) from receivable o join settlement s on s.receivable_id = o.id
      where o.contract_id = ${contractId} and s.contract_id is null), 0))`;
}

/**
 * The day on which the last money of a contract was in (F04 回款日期). Receipts whose money has left the contract
 * again (a reversal, a release to the customer's account) do not count. A scalar expression; null without money.
 */
export function lastReceiptOnSql(contractId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select max(p.credited_on) from (
      select f.receipt_id from contract_funds f where f.contract_id = ${contractId}
        group by f.receipt_id having sum(f.amount) > 0
      union all
      select s.receipt_id from receivable o join settlement s on s.receivable_id = o.id
        where o.contract_id = ${contractId} and s.contract_id is null
        group by s.receipt_id having sum(s.amount) > 0
    ) paid join receipt p on p.id = paid.receipt_id and p.status = 'CONFIRMED')`;
}
