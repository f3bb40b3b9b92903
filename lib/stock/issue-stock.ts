import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import { closeParts, lockActiveReservations } from "@/lib/stock/active-reservations";
import type { ReservationCut } from "@/lib/stock/policy";
import { type Movement, postMovements } from "@/lib/stock/post-movements";

export type IssuedLine = {
  /** The notice line for which the goods are reserved. */
  sourceLineId: string;
  slipLineId: string;
  quantity: Quantity;
};

export type IssuedSlip = {
  actor: Actor;
  slipId: string;
  slipNo: string;
  contractNo: string;
  summary: string;
  today: CalendarDate;
};

export type UsedPlace = { batchNo: string; binCode: string; quantity: Quantity };

/**
 * The keeper issues a slip (R1.2.2-c): the reservations of its notice lines are consumed and the goods leave the
 * store, by batch and bin. Lines of quantity zero are passed over. Answers by slip line from where they were taken.
 * Throws `stock.not_reserved` when a line asks for more than is reserved for it.
 */
export async function consumeReservations(
  tx: Tx,
  slip: IssuedSlip,
  lines: readonly IssuedLine[],
): Promise<Map<string, UsedPlace[]>> {
  const leaving = lines.filter(({ quantity }) => quantity.isPositive());
  const active = await lockActiveReservations(
    tx,
    leaving.map(({ sourceLineId }) => sourceLineId),
  );
  const parts = leaving.map(({ sourceLineId, slipLineId, quantity }) => ({
    sourceLineId,
    quantity,
    consumedByLineId: slipLineId,
  }));
  const cuts = await closeParts(tx, active, parts);
  const used = placesByLine(leaving, cuts);
  await postMovements(
    tx,
    {
      ...slip,
      kind: "OUTBOUND",
      sourceType: "outbound_slip",
      sourceId: slip.slipId,
      sourceNo: slip.slipNo,
    },
    outgoing(leaving, cuts),
  );
  return used;
}

/** One row of the account for each slip line, batch and bin, even when several reservations gave to it. */
function outgoing(lines: readonly IssuedLine[], cuts: readonly ReservationCut[]): Movement[] {
  const byPlace = new Map<string, Movement>();
  for (const { index, productId, batchNo, binCode, quantity } of cuts) {
    const sourceLineId = lines[index]?.slipLineId;
    if (sourceLineId === undefined) continue;
    const key = JSON.stringify([sourceLineId, batchNo, binCode]);
    const so = byPlace.get(key);
    const leaving = so ? so.quantity.minus(quantity) : quantity.negated();
    byPlace.set(key, { productId, batchNo, binCode, sourceLineId, quantity: leaving });
  }
  return [...byPlace.values()];
}

function placesByLine(
  lines: readonly IssuedLine[],
  cuts: readonly ReservationCut[],
): Map<string, UsedPlace[]> {
  const used = new Map<string, UsedPlace[]>();
  for (const movement of outgoing(lines, cuts)) {
    const places = used.get(movement.sourceLineId) ?? [];
    const { batchNo, binCode, quantity } = movement;
    used.set(movement.sourceLineId, [
      ...places,
      { batchNo, binCode, quantity: quantity.negated() },
    ]);
  }
  return used;
}
