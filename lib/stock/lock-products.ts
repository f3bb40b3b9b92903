import "server-only";
import type { Tx } from "@/lib/server/db";

/**
 * Locks the stock of products, in order of id, until the transaction ends. The product's own row is the lock: it
 * exists even where nothing has ever lain in the store, and `no key update` lets documents refer to it meanwhile.
 * Every step that reads stock and then writes it comes through here first (reliability I1, I2).
 */
export async function lockProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  await tx.$queryRaw`
    select id from product where id = any(${[...new Set(productIds)]}::uuid[])
    order by id for no key update`;
}
