import "server-only";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { db } from "@/lib/server/db";
import { NO_STOCK } from "@/lib/stock/policy";
import { stockFigures } from "@/lib/stock/stock-figures";
import { holdsOf } from "@/lib/stock/stock-hold";

/** The head of a product's stock account, with where its goods lie, for whom they are kept, and who wishes to (F28, Q28). */
export async function findStockAccount(productId: string) {
  if (!isUuid(productId)) return null;
  const product = await db.product.findUnique({
    where: { id: productId },
    select: {
      id: true,
      productCode: true,
      name: true,
      spec: true,
      drawingNo: true,
      unit: true,
      minStock: true,
      maxStock: true,
      active: true,
    },
  });
  if (!product) return null;
  const [figures, places, reservations, holds] = await Promise.all([
    stockFigures(db, [productId]),
    placesOf(productId),
    activeReservations(productId),
    holdsOf([productId]),
  ]);
  const { onHand, reserved, freeToPromise } = figures.get(productId) ?? NO_STOCK;
  const minStock = product.minStock === null ? null : Quantity.of(product.minStock);
  const maxStock = product.maxStock === null ? null : Quantity.of(product.maxStock);
  return {
    ...product,
    minStock,
    maxStock,
    onHand,
    reserved,
    freeToPromise,
    places,
    reservations,
    holds: holds[productId] ?? [],
  };
}

async function placesOf(productId: string) {
  const rows = await db.stockBalance.findMany({
    where: { productId, OR: [{ onHand: { not: 0 } }, { reserved: { not: 0 } }] },
    orderBy: [{ batchNo: "asc" }, { binCode: "asc" }],
  });
  return rows.map(({ batchNo, binCode, onHand, reserved }) => ({
    batchNo,
    binCode,
    onHand: Quantity.of(onHand).toString(),
    reserved: Quantity.of(reserved).toString(),
  }));
}

export type ReservationRow = {
  id: string;
  contractId: string;
  contractNo: string | null;
  customerName: string | null;
  quantity: string;
  reservedAt: Date;
};

/** What is kept for which contract; at most the 200 oldest. */
async function activeReservations(productId: string): Promise<ReservationRow[]> {
  const rows = await db.$queryRaw<ReservationRow[]>`
    select min(r.id::text) as id, r.contract_id::text as "contractId", c.contract_no as "contractNo",
      c.customer_name as "customerName", sum(r.quantity)::text as quantity, min(r.reserved_at) as "reservedAt"
    from stock_reservation r left join contract c on c.id = r.contract_id
    where r.product_id = ${productId}::uuid and r.status = 'ACTIVE'
    group by r.contract_id, c.contract_no, c.customer_name
    order by min(r.reserved_at), r.contract_id limit 200`;
  return rows.map((row) => ({ ...row, quantity: Quantity.of(row.quantity).toString() }));
}

/** An inbound slip with its lines and what it moved, as plain data; null when there is none. */
export async function findInbound(slipId: string) {
  if (!isUuid(slipId)) return null;
  const slip = await db.inboundSlip.findUnique({
    where: { id: slipId },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
  if (!slip) return null;
  return {
    ...slip,
    receivedOn: fromDbDate(slip.receivedOn),
    lines: slip.lines.map((line) => ({
      ...line,
      deliveredQty: Quantity.of(line.deliveredQty).toString(),
      receivedQty: Quantity.of(line.receivedQty).toString(),
    })),
  };
}
export type InboundDocument = NonNullable<Awaited<ReturnType<typeof findInbound>>>;

/** The rows of the stock account that a document wrote. */
export async function movementsOf(sourceId: string) {
  const rows = await db.stockMovement.findMany({
    where: { sourceId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      productId: true,
      batchNo: true,
      binCode: true,
      quantity: true,
      balanceAfter: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    quantity: Quantity.of(row.quantity).toString(),
    balanceAfter: Quantity.of(row.balanceAfter).toString(),
  }));
}

/** The bins in use, for the keeper to choose from; others can be typed. */
export async function listBinCodes(): Promise<string[]> {
  const bins = await db.bin.findMany({
    where: { active: true },
    orderBy: { code: "asc" },
    select: { code: true },
  });
  return bins.map(({ code }) => code);
}
