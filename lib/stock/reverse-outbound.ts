import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import type { IssuedSlip } from "@/lib/stock/issue-stock";
import { lockProducts } from "@/lib/stock/lock-products";
import { postMovements } from "@/lib/stock/post-movements";

/** A line of the posted slip and the line of the red slip that takes it back. */
export type ReversedLine = { slipLineId: string; redLineId: string };

/**
 * A red slip (rules 5.12): what its slip took out comes back to the same batches and bins, and is reserved again for
 * the same notice lines. `redSlip` carries the red slip's id and number. Throws `stock.already_reversed` when the
 * lines are no longer consumed.
 */
export async function reverseOutbound(
  tx: Tx,
  redSlip: IssuedSlip,
  lines: readonly ReversedLine[],
): Promise<void> {
  const where = { consumedByLineId: { in: lines.map(({ slipLineId }) => slipLineId) } };
  const products = await tx.stockReservation.findMany({
    where,
    distinct: ["productId"],
    select: { productId: true },
  });
  await lockProducts(
    tx,
    products.map(({ productId }) => productId),
  );
  const [first] = await tx.stockReservation.findMany({ where, take: 1, select: { id: true } });
  if (!first) throw new DomainError("stock.already_reversed");
  // The goods first, then their reservations: reserved is never above on hand.
  await postMovements(
    tx,
    {
      ...redSlip,
      kind: "OUTBOUND_REVERSAL",
      sourceType: "outbound_slip",
      sourceId: redSlip.slipId,
      sourceNo: redSlip.slipNo,
    },
    await returning(tx, lines),
  );
  await tx.stockReservation.updateMany({
    where,
    data: { status: "ACTIVE", closedAt: null, consumedByLineId: null },
  });
}

async function returning(tx: Tx, lines: readonly ReversedLine[]) {
  const redLineOf = new Map(lines.map(({ slipLineId, redLineId }) => [slipLineId, redLineId]));
  const rows = await tx.stockMovement.findMany({
    where: { kind: "OUTBOUND", sourceLineId: { in: [...redLineOf.keys()] } },
    orderBy: { id: "asc" },
    select: { productId: true, batchNo: true, binCode: true, quantity: true, sourceLineId: true },
  });
  return rows.map(({ sourceLineId, quantity, ...place }) => ({
    ...place,
    quantity: Quantity.of(quantity).negated(),
    sourceLineId: redLineOf.get(sourceLineId) ?? sourceLineId,
  }));
}
