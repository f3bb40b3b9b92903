import "server-only";
import { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeParts, lockActiveReservations } from "@/lib/stock/active-reservations";
import { lockProducts } from "@/lib/stock/lock-products";
import { refreshDemand } from "@/lib/stock/record-demand";

/** Without a quantity everything that is still reserved for the source line is freed. */
export type Release = { sourceLineId: string; quantity?: Quantity };

/**
 * Frees what notice lines had bound; the contract's demand gets it back if it still has one (rules 5.6).
 * Throws `stock.not_reserved` when more is to be freed than is reserved.
 */
export async function releaseReservations(tx: Tx, releases: readonly Release[]): Promise<void> {
  if (releases.length === 0) return;
  const active = await lockActiveReservations(
    tx,
    releases.map(({ sourceLineId }) => sourceLineId),
  );
  const reserved = (sourceLineId: string) =>
    Quantity.sum(
      active.filter((row) => row.sourceLineId === sourceLineId).map((row) => row.quantity),
    );
  const parts = releases.map(({ sourceLineId, quantity }) => ({
    sourceLineId,
    quantity: quantity ?? reserved(sourceLineId),
    consumedByLineId: null,
  }));
  await closeParts(tx, active, parts);
  await refreshDemand(
    tx,
    active.map(({ contractLineId }) => contractLineId),
  );
}

/** Frees everything that is reserved for a contract: void and termination (rules 5.1). */
export async function releaseContractReservations(tx: Tx, contractId: string): Promise<void> {
  const where = { contractId, status: "ACTIVE" as const };
  const products = await tx.stockReservation.findMany({
    where,
    distinct: ["productId"],
    select: { productId: true },
  });
  await lockProducts(
    tx,
    products.map(({ productId }) => productId),
  );
  await tx.stockReservation.updateMany({
    where,
    data: { status: "RELEASED", closedAt: clock.now() },
  });
  const lines = await tx.stockDemand.findMany({
    where: { contractId },
    select: { contractLineId: true },
  });
  await refreshDemand(
    tx,
    lines.map(({ contractLineId }) => contractLineId),
  );
}
