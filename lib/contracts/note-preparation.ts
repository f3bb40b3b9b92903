import "server-only";
import type { Quantity } from "@/lib/core/quantity";
import { Prisma, type Tx } from "@/lib/server/db";

/** Signed changes of what preparation orders hold of a contract line, and of what the keeper has ready. */
export type PreparationProgress = { contractLineId: string; ordered: Quantity; prepared: Quantity };

/** Writes the changes to the contract's lines, in one statement (rules 5.6). */
export async function notePreparation(tx: Tx, rows: readonly PreparationProgress[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ contractLineId, ordered, prepared }) =>
      Prisma.sql`(${contractLineId}::uuid, ${ordered.toString()}::numeric, ${prepared.toString()}::numeric)`,
  );
  await tx.$executeRaw`
    update contract_line l
    set ordered_prep_qty = l.ordered_prep_qty + p.ordered, prepared_qty = l.prepared_qty + p.prepared
    from (select id, sum(ordered) as ordered, sum(prepared) as prepared
      from (values ${Prisma.join(values)}) as v (id, ordered, prepared) group by id) p
    where l.id = p.id`;
}

/**
 * Stock goods that stood on notices before a preparation order was written count as prepared: they have left, or wait
 * on their notice. Call before a new order is counted.
 */
export async function creditUnprepared(tx: Tx, contractId: string): Promise<void> {
  await tx.$executeRaw`
    update contract_line l
    set ordered_prep_qty = l.ordered_prep_qty + d.quantity, prepared_qty = l.prepared_qty + d.quantity
    from (select id, least(noticed_qty - produced_qty, qty_from_stock) - ordered_prep_qty as quantity
      from contract_line where contract_id = ${contractId}::uuid) d
    where l.id = d.id and d.quantity > 0`;
}

/** The number of a preparation order on the contract's register row (F04). */
export async function notePreparationNo(tx: Tx, contractId: string, docNo: string): Promise<void> {
  await tx.$executeRaw`
    update register_entry set prep_nos = right(concat_ws('、', nullif(prep_nos, ''), ${docNo}::text), 500)
    where contract_id = ${contractId}::uuid`;
}
