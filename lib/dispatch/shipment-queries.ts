import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { logScope } from "./dispatch-lists";
import type { ReceiptResult } from "./labels";

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

export type FollowUp = {
  logEntryId: string;
  /** A customer to be asked, or a problem to be settled. */
  kind: "ask" | "problem";
  contractNo: string;
  slipNo: string;
  customerName: string;
  contactPerson: string;
  phone: string;
  shippedOn: CalendarDate;
  dueOn: CalendarDate;
  isOverdue: boolean;
  result: ReceiptResult | null;
};

type FollowUpRow = {
  id: string;
  kind: string;
  contract_no: string;
  slip_no: string;
  customer_name: string;
  contact: string | null;
  phone: string | null;
  shipped_on: Date;
  due_on: Date;
  result: ReceiptResult | null;
};

/**
 * Shipments to be asked about (R1.2.3-c), due first: visible from day three, overdue after day four; and those whose
 * problem is not settled. At most 200.
 */
export async function listFollowUps(actor: Actor): Promise<FollowUp[]> {
  if (!can(actor, "receipt_confirmation:read")) return [];
  const today = clock.today();
  const rows = await db.$queryRaw<FollowUpRow[]>`
    select e.id, i.kind, e.contract_no, e.slip_no, e.customer_name, e.consignee ->> 'contactPerson' as contact,
      e.consignee ->> 'phone' as phone, e.shipped_on, i.due_on, e.receipt_result::text as result
    from work_item i join shipping_log_entry e on e.id = i.subject_id
    where i.kind in ('shipment.confirm_receipt', 'shipment.problem') and i.closed_at is null
      and i.visible_from_on <= ${today}::date and ${logScope(actor)}
    order by i.due_on, e.shipped_on, e.id limit 200`;
  return rows.map((row) => ({
    logEntryId: row.id,
    kind: row.kind === "shipment.problem" ? "problem" : "ask",
    contractNo: row.contract_no,
    slipNo: row.slip_no,
    customerName: row.customer_name,
    contactPerson: row.contact ?? "",
    phone: row.phone ?? "",
    shippedOn: fromDbDate(row.shipped_on),
    dueOn: fromDbDate(row.due_on),
    isOverdue: fromDbDate(row.due_on) < today,
    result: row.result,
  }));
}
