import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { lockProducts } from "@/lib/stock/lock-products";
import {
  type ActiveReservation,
  cutReservations,
  type EndingPart,
  type ReservationCut,
} from "@/lib/stock/policy";

/** The active reservations of source lines, by batch and bin in order, with their products locked. */
export async function lockActiveReservations(
  tx: Tx,
  sourceLineIds: readonly string[],
): Promise<ActiveReservation[]> {
  const where = { sourceLineId: { in: [...new Set(sourceLineIds)] }, status: "ACTIVE" as const };
  const products = await tx.stockReservation.findMany({
    where,
    distinct: ["productId"],
    select: { productId: true },
  });
  await lockProducts(
    tx,
    products.map(({ productId }) => productId),
  );
  const rows = await tx.stockReservation.findMany({
    where,
    orderBy: [{ batchNo: "asc" }, { binCode: "asc" }, { id: "asc" }],
    select: {
      id: true,
      sourceLineId: true,
      contractLineId: true,
      productId: true,
      batchNo: true,
      binCode: true,
      quantity: true,
    },
  });
  return rows.map((row) => ({ ...row, quantity: Quantity.of(row.quantity) }));
}

export type ClosingPart = EndingPart & {
  /** The slip line that takes the goods out; null sets them free. */
  consumedByLineId: string | null;
};

/**
 * Ends parts of reservations: a reservation that ends only partly is split, the rest stays active. Answers from which
 * batches and bins the parts were cut. Throws `stock.not_reserved` when a part is larger than what is reserved.
 */
export async function closeParts(
  tx: Tx,
  active: readonly ActiveReservation[],
  parts: readonly ClosingPart[],
): Promise<ReservationCut[]> {
  const { cuts, shortages } = cutReservations(active, parts);
  const [short] = shortages;
  if (short) {
    const wanted = parts[short.index]?.quantity.toString() ?? "";
    throw new DomainError("stock.not_reserved", { wanted, reserved: short.reserved.toString() });
  }
  const endings = cuts.map((cut) => ({
    ...cut,
    consumedByLineId: parts[cut.index]?.consumedByLineId ?? null,
  }));
  await splitOff(tx, active, endings);
  return cuts;
}

type Ending = ReservationCut & { consumedByLineId: string | null };

/** A reservation that is used up ends itself with its last cut; every other cut becomes an ended row beside it. */
async function splitOff(tx: Tx, active: readonly ActiveReservation[], endings: readonly Ending[]) {
  const left = new Map(active.map(({ id, quantity }) => [id, quantity]));
  const beside: Ending[] = [];
  const inPlace: Ending[] = [];
  for (const ending of endings) {
    const rest = (left.get(ending.reservationId) ?? Quantity.zero).minus(ending.quantity);
    left.set(ending.reservationId, rest);
    (rest.isZero() ? inPlace : beside).push(ending);
  }
  const shrunk = [...new Set(beside.map(({ reservationId }) => reservationId))].filter((id) =>
    left.get(id)?.isPositive(),
  );
  await insertEnded(tx, beside);
  await updateReservations(tx, [
    ...inPlace.map((row) => ({ id: row.reservationId, quantity: row.quantity, ending: row })),
    ...shrunk.map((id) => ({ id, quantity: left.get(id) ?? Quantity.zero, ending: null })),
  ]);
}

async function insertEnded(tx: Tx, rows: readonly Ending[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into stock_reservation (id, product_id, batch_no, bin_code, contract_id, contract_line_id,
      source_type, source_line_id, bound_by_type, bound_by_line_id, quantity, status, reserved_at, closed_at,
      consumed_by_line_id)
    select c.id, r.product_id, r.batch_no, r.bin_code, r.contract_id, r.contract_line_id, r.source_type,
      r.source_line_id, r.bound_by_type, r.bound_by_line_id, c.quantity,
      (case when c.consumer is null then 'RELEASED' else 'CONSUMED' end)::reservation_status,
      r.reserved_at, ${clock.now()}::timestamptz, c.consumer
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.reservationId)}::uuid[],
      ${rows.map((row) => row.quantity.toString())}::numeric[],
      ${rows.map((row) => row.consumedByLineId)}::uuid[]) as c(id, reservation_id, quantity, consumer)
    join stock_reservation r on r.id = c.reservation_id`;
}

type Updated = { id: string; quantity: Quantity; ending: Ending | null };

async function updateReservations(tx: Tx, rows: readonly Updated[]): Promise<void> {
  if (rows.length === 0) return;
  const statuses = rows.map(({ ending }) => {
    if (!ending) return "ACTIVE";
    return ending.consumedByLineId === null ? "RELEASED" : "CONSUMED";
  });
  await tx.$executeRaw`
    update stock_reservation r
    set quantity = u.quantity, status = u.status::reservation_status, consumed_by_line_id = u.consumer,
      closed_at = case when u.status = 'ACTIVE' then null else ${clock.now()}::timestamptz end
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map((row) => row.quantity.toString())}::numeric[],
      ${statuses}::text[], ${rows.map(({ ending }) => ending?.consumedByLineId ?? null)}::uuid[])
      as u(id, quantity, status, consumer)
    where r.id = u.id`;
}
