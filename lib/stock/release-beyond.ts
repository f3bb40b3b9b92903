import "server-only";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import { lockProducts } from "@/lib/stock/lock-products";
import { releaseReservations } from "@/lib/stock/release-reservation";

/** How much may stay bound and gone out for a contract line after it was lowered. */
export type LineCeiling = { contractLineId: string; ceiling: Quantity };

/**
 * Frees what is reserved for contract lines beyond their new quantity, the latest first; what notices have bound stays
 * with them: no line is lowered below its notices. Transaction step under the contract's lock.
 */
export async function releaseBeyond(tx: Tx, lines: readonly LineCeiling[]): Promise<void> {
  const ids = lines.map(({ contractLineId }) => contractLineId);
  if (ids.length === 0) return;
  const where = {
    contractLineId: { in: ids },
    status: { in: ["ACTIVE" as const, "CONSUMED" as const] },
  };
  const rows = await tx.stockReservation.findMany({ where, orderBy: { reservedAt: "desc" } });
  await lockProducts(
    tx,
    rows.map(({ productId }) => productId),
  );
  const releases = lines.flatMap(({ contractLineId, ceiling }) => {
    const own = rows.filter((row) => row.contractLineId === contractLineId);
    const bound = Quantity.sum(own.map(({ quantity }) => Quantity.of(quantity)));
    let beyond = bound.minus(ceiling);
    const parts = new Map<string, Quantity>();
    for (const row of own) {
      if (!beyond.isPositive()) break;
      if (row.status !== "ACTIVE" || row.sourceType === "shipping_notice") continue;
      const part = beyond.min(Quantity.of(row.quantity));
      parts.set(row.sourceLineId, (parts.get(row.sourceLineId) ?? Quantity.zero).plus(part));
      beyond = beyond.minus(part);
    }
    return [...parts].map(([sourceLineId, quantity]) => ({ sourceLineId, quantity }));
  });
  await releaseReservations(tx, releases);
}
