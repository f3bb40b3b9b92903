import "server-only";
import { type CalendarDate, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import { db, type Tx } from "@/lib/server/db";

export type StockHolding = {
  contractId: string;
  heldById: string;
  heldByName: string;
  untilOn: CalendarDate;
  rows: readonly { productId: string; quantity: Quantity }[];
};

/** A draft wishes to keep these goods for a few days: shown to others, binds nothing (Q28). Replaces its earlier wish. */
export async function holdStock(tx: Tx, { rows, untilOn, ...holder }: StockHolding): Promise<void> {
  await dropHold(tx, holder.contractId);
  const byProduct = new Map<string, Quantity>();
  for (const { productId, quantity } of rows)
    byProduct.set(productId, (byProduct.get(productId) ?? Quantity.zero).plus(quantity));
  await tx.stockHold.createMany({
    data: [...byProduct].map(([productId, quantity]) => ({
      ...holder,
      productId,
      quantity: quantity.toString(),
      heldAt: clock.now(),
      untilOn: toDbDate(untilOn),
    })),
  });
}

/** The wish ends: submitted, cancelled, deleted, or no longer wanted. Answers whether there was one. */
export async function dropHold(tx: Tx, contractId: string): Promise<boolean> {
  const { count } = await tx.stockHold.deleteMany({ where: { contractId } });
  return count > 0;
}

export type StockHoldView = {
  contractId: string;
  quantity: string;
  by: string;
  until: string;
  /** Of the order that asks. */
  own: boolean;
};

/** Who would like to keep what of these products today, by product; wishes end by themselves. */
export async function holdsOf(
  productIds: readonly string[],
  contractId?: string,
): Promise<Record<string, StockHoldView[]>> {
  const rows = await db.stockHold.findMany({
    where: { productId: { in: [...productIds] }, untilOn: { gte: toDbDate(clock.today()) } },
    orderBy: [{ heldAt: "asc" }, { contractId: "asc" }],
  });
  const found: Record<string, StockHoldView[]> = {};
  for (const row of rows) {
    const list = found[row.productId] ?? [];
    list.push({
      contractId: row.contractId,
      quantity: Quantity.of(row.quantity).toString(),
      by: row.heldByName,
      until: fromDbDate(row.untilOn),
      own: row.contractId === contractId,
    });
    found[row.productId] = list;
  }
  return found;
}
