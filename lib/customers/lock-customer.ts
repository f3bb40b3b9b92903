import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";

/**
 * Locks the customer's row: first in the lock order. Credit is summed and terms are written only under it.
 * Throws `common.not_found`.
 */
export async function lockCustomer(tx: Tx, customerId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from customer where id = ${customerId}::uuid for update`;
  if (rows.length === 0) throw new DomainError("common.not_found");
}
