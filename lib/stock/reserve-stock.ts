import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { lockProducts } from "@/lib/stock/lock-products";
import { type FreeStock, type Shortage, type Taken, takeFromPlaces } from "@/lib/stock/policy";
import { refreshDemand } from "@/lib/stock/record-demand";

export type ReservationWish = {
  contractId: string;
  contractLineId: string;
  productId: string;
  quantity: Quantity;
  /** The document that binds the goods: "shipping_notice". */
  sourceType: string;
  /** Its line: releasing and consuming go by this id. */
  sourceLineId: string;
  /** For the refusal: where the quantity stands in the form, and what the line is called. */
  path?: string;
  productName?: string;
  unit?: string;
};

/**
 * Binds goods in the store to contract lines, by batch and bin in order (rules 5.6). All or nothing.
 * Throws `stock.not_enough` with what is available; every short line is an issue at its `path`.
 */
export async function reserve(tx: Tx, wishes: readonly ReservationWish[]): Promise<void> {
  if (wishes.length === 0) return;
  const productIds = wishes.map(({ productId }) => productId);
  await lockProducts(tx, productIds);
  const { taken, shortages } = takeFromPlaces(wishes, await freePlaces(tx, productIds));
  if (shortages.length > 0) throw notEnough(shortages, wishes);
  await insertReservations(tx, wishes, taken);
  await refreshDemand(
    tx,
    wishes.map(({ contractLineId }) => contractLineId),
  );
}

/** What lies free, by batch and bin; with the products locked. */
export async function freePlaces(tx: Tx, productIds: readonly string[]): Promise<FreeStock[]> {
  const rows = await tx.$queryRaw<
    { product_id: string; batch_no: string; bin_code: string; free: string }[]
  >`
    select product_id::text, batch_no, bin_code, (on_hand - reserved)::text as free from stock_balance
    where product_id = any(${[...new Set(productIds)]}::uuid[]) and on_hand > reserved`;
  return rows.map((row) => ({
    productId: row.product_id,
    batchNo: row.batch_no,
    binCode: row.bin_code,
    free: Quantity.of(row.free),
  }));
}

async function insertReservations(
  tx: Tx,
  wishes: readonly ReservationWish[],
  taken: readonly Taken[],
) {
  const rows = taken.flatMap((part) => {
    const wish = wishes[part.index];
    return wish ? [{ ...part, wish }] : [];
  });
  await tx.$executeRaw`
    insert into stock_reservation (id, product_id, batch_no, bin_code, contract_id, contract_line_id,
      source_type, source_line_id, quantity, status, reserved_at)
    select r.*, 'ACTIVE'::reservation_status, ${clock.now()}::timestamptz
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.productId)}::uuid[],
      ${rows.map((row) => row.batchNo)}::text[], ${rows.map((row) => row.binCode)}::text[],
      ${rows.map(({ wish }) => wish.contractId)}::uuid[], ${rows.map(({ wish }) => wish.contractLineId)}::uuid[],
      ${rows.map(({ wish }) => wish.sourceType)}::text[], ${rows.map(({ wish }) => wish.sourceLineId)}::uuid[],
      ${rows.map((row) => row.quantity.toString())}::numeric[]) as r`;
}

export function notEnough(
  shortages: readonly Shortage[],
  wishes: readonly { path?: string; productName?: string; unit?: string }[],
): DomainError {
  const details = shortages.map(({ index, wanted, available }) => ({
    product: wishes[index]?.productName ?? "",
    unit: wishes[index]?.unit ?? "",
    wanted: wanted.toString(),
    available: available.toString(),
  }));
  const issues = shortages.flatMap(({ index }, i) => {
    const path = wishes[index]?.path;
    const of = details[i];
    return path && of ? [{ path, code: "stock.not_enough", details: of }] : [];
  });
  return new DomainError("stock.not_enough", details[0] ?? {}, issues);
}
