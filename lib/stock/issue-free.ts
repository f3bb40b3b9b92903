import "server-only";
import type { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import type { IssuedSlip, UsedPlace } from "@/lib/stock/issue-stock";
import { lockProducts } from "@/lib/stock/lock-products";
import { takeFromPlaces } from "@/lib/stock/policy";
import { postMovements } from "@/lib/stock/post-movements";
import { freePlaces, notEnough } from "@/lib/stock/reserve-stock";

export type FreeLine = {
  slipLineId: string;
  productId: string;
  productName: string;
  unit: string;
  quantity: Quantity;
  /** For the refusal: where the quantity stands in the form. */
  path: string;
};

/**
 * Goods leave that nobody had bound (a walk-in pickup, rules 5.6): from what lies free, by batch and bin in order, never
 * from other contracts' reservations. All or nothing. Answers by slip line from where they were taken.
 * Throws `stock.not_enough` with what is available.
 */
export async function issueFree(
  tx: Tx,
  slip: IssuedSlip,
  lines: readonly FreeLine[],
): Promise<Map<string, UsedPlace[]>> {
  const leaving = lines.filter(({ quantity }) => quantity.isPositive());
  const productIds = leaving.map(({ productId }) => productId);
  await lockProducts(tx, productIds);
  const { taken, shortages } = takeFromPlaces(leaving, await freePlaces(tx, productIds));
  if (shortages.length > 0) throw notEnough(shortages, leaving);
  await postMovements(
    tx,
    {
      ...slip,
      kind: "OUTBOUND",
      sourceType: "outbound_slip",
      sourceId: slip.slipId,
      sourceNo: slip.slipNo,
    },
    taken.map(({ index, productId, batchNo, binCode, quantity }) => ({
      productId,
      batchNo,
      binCode,
      quantity: quantity.negated(),
      sourceLineId: leaving[index]?.slipLineId ?? "",
    })),
  );
  const used = new Map<string, UsedPlace[]>();
  for (const { index, batchNo, binCode, quantity } of taken) {
    const lineId = leaving[index]?.slipLineId ?? "";
    used.set(lineId, [...(used.get(lineId) ?? []), { batchNo, binCode, quantity }]);
  }
  return used;
}
