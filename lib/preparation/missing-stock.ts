import "server-only";
import { Quantity } from "@/lib/core/quantity";
import { db } from "@/lib/server/db";

/**
 * What of each contract line was promised on a preparation order and is free again: the keeper did not find it, or the
 * chief released it for others (F08). Counted since the contract was split last: that answered what was missing before.
 */
export async function missingFromStock(contractId: string): Promise<Map<string, Quantity>> {
  const rows = await db.$queryRaw<{ lineId: string; quantity: string }[]>`
    select r.contract_line_id::text as "lineId", sum(r.quantity)::text as quantity
    from stock_reservation r
    join preparation_line l on l.id = r.source_line_id
    join preparation_order o on o.id = l.preparation_id and o.status not in ('CANCELLED', 'REJECTED')
    where r.contract_id = ${contractId}::uuid and r.source_type = 'preparation_order' and r.status = 'RELEASED'
      and r.closed_at > coalesce((select max(e.at) from audit_event e
        where e.subject_id = ${contractId}::uuid and e.type = 'contract.resplit'), '-infinity')
    group by r.contract_line_id`;
  return new Map(rows.map(({ lineId, quantity }) => [lineId, Quantity.of(quantity)]));
}
