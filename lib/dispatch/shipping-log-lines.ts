import "server-only";
import { type Actor, seesPrices } from "@/lib/auth/permissions";
import type { ListRow } from "@/lib/core/list-state";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { db } from "@/lib/server/db";

/** Columns of the rows under a shipment in the log's sheet (F13); the amount is for those who see prices. */
export const SHIPPED_LINE_COLUMNS = [
  { key: "lineProduct", kind: "text", header: "dispatch.sheet_line.product" },
  { key: "lineSpec", kind: "text", header: "dispatch.sheet_line.spec" },
  { key: "lineUnit", kind: "text", header: "dispatch.sheet_line.unit" },
  { key: "lineQuantity", kind: "quantity", header: "dispatch.sheet_line.quantity" },
  { key: "lineAmount", kind: "money", header: "dispatch.sheet_line.amount" },
] as const;

/**
 * What each shipment took along, by the log row's id: goods and the charges billed with them, in the order of the
 * slip. The caller has shown that the rows are in the actor's view (R1.2.3-a).
 */
export async function shippedLines(
  actor: Actor,
  entries: readonly ListRow[],
): Promise<ReadonlyMap<string, readonly ListRow[]>> {
  const entryOf = new Map(entries.map(({ id, slipId }) => [String(slipId), id]));
  const lines = await db.slipLine.findMany({
    where: { slipId: { in: [...entryOf.keys()] } },
    orderBy: [{ slipId: "asc" }, { lineNo: "asc" }],
  });
  const found = new Map<string, ListRow[]>();
  for (const line of lines) {
    const entryId = entryOf.get(line.slipId) ?? "";
    found.set(entryId, [...(found.get(entryId) ?? []), rowOf(line, seesPrices(actor))]);
  }
  return found;
}

function rowOf(line: Awaited<ReturnType<typeof db.slipLine.findMany>>[number], prices: boolean) {
  const isGoods = line.lineKind === "GOODS";
  return {
    id: line.id,
    lineProduct: line.productName,
    lineSpec: [line.spec, line.drawingNo].filter(Boolean).join(" "),
    lineUnit: line.unit,
    lineQuantity: isGoods ? Quantity.of(line.issuedQty ?? 0).toString() : null,
    ...(prices ? { lineAmount: Money.of(line.issuedAmount ?? line.amount).toString() } : {}),
  };
}
