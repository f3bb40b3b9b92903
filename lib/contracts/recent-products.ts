import "server-only";
import { db } from "@/lib/server/db";

const KEPT = 30;

/** Products that this customer has ordered, latest first: the type-ahead offers them before all others. */
export async function recentProductIds(customerId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ product_id: string }[]>`
    select l.product_id from contract_line l
    join (select id, created_at from contract
      where customer_id = ${customerId}::uuid and deleted_at is null
      order by created_at desc, id desc limit 100) c on c.id = l.contract_id
    where l.product_id is not null
    group by l.product_id order by max(c.created_at) desc, l.product_id limit ${KEPT}`;
  return rows.map((row) => row.product_id);
}
