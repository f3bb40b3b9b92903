import "server-only";
import type { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";

export type DemandRow = { contractLineId: string; productId: string; quantity: Quantity };

/**
 * A contract on its way (PENDING_CHIEF and later) says what it takes from stock: replaces what it said before.
 * What notices have already bound for a line does not count twice. (rules 5.6)
 */
export async function recordDemand(
  tx: Tx,
  contractId: string,
  rows: readonly DemandRow[],
): Promise<void> {
  await clearDemand(tx, contractId);
  const wanted = rows.filter(({ quantity }) => quantity.isPositive());
  if (wanted.length === 0) return;
  await tx.$executeRaw`
    insert into stock_demand (contract_line_id, contract_id, product_id, planned, unbound)
    select line_id, ${contractId}::uuid, product_id, quantity, quantity
    from unnest(${wanted.map((row) => row.contractLineId)}::uuid[],
      ${wanted.map((row) => row.productId)}::uuid[],
      ${wanted.map((row) => row.quantity.toString())}::numeric[]) as d(line_id, product_id, quantity)`;
  await refreshDemand(
    tx,
    wanted.map((row) => row.contractLineId),
  );
}

/** The contract wants nothing more from stock: returned, cancelled, voided or terminated. */
export async function clearDemand(tx: Tx, contractId: string): Promise<void> {
  await tx.$executeRaw`delete from stock_demand where contract_id = ${contractId}::uuid`;
}

/**
 * Unbound = planned less what is reserved from stock or has left for the line; called after every change of
 * reservations. Goods made for the line are no part of what it takes from stock.
 */
export async function refreshDemand(tx: Tx, contractLineIds: readonly string[]): Promise<void> {
  const lineIds = [...new Set(contractLineIds)];
  await tx.$executeRaw`
    update stock_demand d
    set unbound = greatest(d.planned - coalesce((
      select sum(r.quantity) from stock_reservation r
      where r.contract_line_id = d.contract_line_id and r.status in ('ACTIVE', 'CONSUMED')
        and coalesce(r.bound_by_type, r.source_type) <> 'inbound_slip'), 0), 0)
    where d.contract_line_id = any(${lineIds}::uuid[])`;
}
