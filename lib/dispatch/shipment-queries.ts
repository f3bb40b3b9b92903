import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { db } from "@/lib/server/db";
import { logScope } from "./dispatch-lists";

export type ShipmentDetail = NonNullable<Awaited<ReturnType<typeof findShipment>>>;

/** A shipping log row with its goods and every contact about it (F13, F14); null when not in the actor's view. */
export async function findShipment(actor: Actor, logEntryId: string) {
  if (!can(actor, "shipping_log:read") || !isUuid(logEntryId)) return null;
  const seen = await db.$queryRaw<unknown[]>`
    select 1 from shipping_log_entry e where e.id = ${logEntryId}::uuid and ${logScope(actor)}`;
  if (seen.length === 0) return null;
  const entry = await db.shippingLogEntry.findUnique({
    where: { id: logEntryId },
    include: { confirmations: { orderBy: { recordedAt: "asc" } } },
  });
  if (!entry) return null;
  const [lines, packing] = await Promise.all([
    shippedLines(entry.slipId),
    db.packingList.findFirst({
      where: { slipId: entry.slipId, status: { not: "VOIDED" } },
      select: { id: true },
    }),
  ]);
  const showsPrices = seesPrices(actor);
  const { freightAmount } = entry;
  const mayConfirm = can(actor, "receipt_confirmation:write");
  return {
    ...entry,
    shippedOn: fromDbDate(entry.shippedOn),
    receivedOn: entry.receivedOn && fromDbDate(entry.receivedOn),
    consignee: entry.consignee as Record<string, string>,
    showsPrices,
    amount: showsPrices ? Money.of(entry.amount).toString() : null,
    freightAmount: showsPrices && freightAmount ? Money.of(freightAmount).toString() : null,
    weightKg: entry.weightKg && Quantity.of(entry.weightKg).toString(),
    totalQty: Quantity.of(entry.totalQty).toString(),
    lines,
    packingListId: packing?.id ?? null,
    mayReadContacts: can(actor, "receipt_confirmation:read"),
    confirmations: can(actor, "receipt_confirmation:read")
      ? entry.confirmations.map((row) => ({
          ...row,
          receivedOn: row.receivedOn && fromDbDate(row.receivedOn),
        }))
      : [],
    mayConfirm: mayConfirm && entry.receiptResult !== "RECEIVED_OK",
    mayRemark: can(actor, "shipping_log:remark"),
    mayReadContract: can(actor, "contract:read"),
  };
}

async function shippedLines(slipId: string) {
  const rows = await db.slipLine.findMany({
    where: { slipId, lineKind: "GOODS", issuedQty: { gt: 0 } },
    orderBy: { lineNo: "asc" },
    select: {
      id: true,
      productName: true,
      spec: true,
      drawingNo: true,
      unit: true,
      issuedQty: true,
    },
  });
  return rows.map(({ issuedQty, ...line }) => ({
    ...line,
    quantity: Quantity.of(issuedQty ?? 0).toString(),
  }));
}
