import "server-only";
import type { Quantity } from "@/lib/core/quantity";
import { Prisma, type Tx } from "@/lib/server/db";

/** Signed: positive when a task notice claims or a receipt brings, negative when it gives back. */
export type ProductionProgress = { contractLineId: string; quantity: Quantity };

/** Quantities that production task notices claim (F06), with the contract locked. */
export function noteTasked(tx: Tx, rows: readonly ProductionProgress[]): Promise<void> {
  return addToLines(tx, rows, "tasked_qty");
}

/** Quantities received from the workshop for the contract (F27), with the contract locked. */
export function noteProduced(tx: Tx, rows: readonly ProductionProgress[]): Promise<void> {
  return addToLines(tx, rows, "produced_qty");
}

async function addToLines(
  tx: Tx,
  rows: readonly ProductionProgress[],
  column: "tasked_qty" | "produced_qty",
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ contractLineId, quantity }) =>
      Prisma.sql`(${contractLineId}::uuid, ${quantity.toString()}::numeric)`,
  );
  const name = Prisma.raw(column);
  await tx.$executeRaw`
    update contract_line l set ${name} = l.${name} + p.quantity
    from (select id, sum(quantity) as quantity
      from (values ${Prisma.join(values)}) as v (id, quantity) group by id) p
    where l.id = p.id`;
}

/** Adds the number of a task notice to the contract's register row, once (F04). */
export async function noteTaskNumber(tx: Tx, contractId: string, docNo: string): Promise<void> {
  await tx.$executeRaw`
    update register_entry set task_nos = right(concat_ws('、', nullif(task_nos, ''), ${docNo}::text), 500)
    where contract_id = ${contractId}::uuid and not ${docNo} = any(string_to_array(task_nos, '、'))`;
}
