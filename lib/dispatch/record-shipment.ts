import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { noteShipment } from "@/lib/contracts/progress";
import { proposeCompletion } from "@/lib/contracts/propose-completion";
import { type CalendarDate, toDbDate, yearOf } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Prisma, Tx } from "@/lib/server/db";
import { drawSql } from "@/lib/server/sequence";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { currentSettings } from "@/lib/settings/queries";
import { nextWorkingDay } from "@/lib/settings/working-days";
import { lockSlip, type WholeSlip } from "@/lib/shipping/slip-load";
import { markShipped } from "@/lib/shipping/slip-progress";
import { plainShippingTitle } from "@/lib/shipping/titles";
import type { WholePacking } from "./packing-load";
import { followUpWindow } from "./schedule";

/** How the goods left: with a courier's waybill, by our own car, or in the receiver's hands. */
export type Departure = {
  waybillId: string | null;
  carrier: string;
  waybillNo: string;
  pieces: number | null;
  weightKg: string | null;
  freightAmount: string | null;
};

/** What leaves: a boxed packing list, or goods in the receiver's hands without one (a walk-in pickup). */
export type Shipped = {
  /** Of the packing list; null without one. */
  id: string | null;
  docNo: string | null;
  slipId: string;
  consignee: WholePacking["consignee"];
};

const METHOD_WORDS = {
  EXPRESS: "快递",
  LOGISTICS: "物流",
  DELIVERY: "送货",
  PICKUP: "自提",
} as const;

/**
 * Everything that "shipped" means, in the transaction that makes it so (rules 5.6): slip SHIPPED, shipping log row
 * (R1.2.3-a), method and date in the contract's register row (R1.2.3-b), the follow-up on day three to four (R1.2.3-c).
 */
export async function recordShipment(
  tx: Tx,
  actor: Actor,
  packing: Shipped,
  departure: Departure,
): Promise<void> {
  const today = clock.today();
  await markShipped(tx, packing.slipId);
  const slip = await lockSlip(tx, packing.slipId);
  if (packing.id) await closeWorkItem(tx, { kind: "packing.ship", subjectId: packing.id });
  await closeWorkItem(tx, { kind: "slip.pack", subjectId: slip.id });
  if (slip.contractId) {
    const method = [METHOD_WORDS[slip.deliveryMethod], departure.carrier, departure.waybillNo]
      .filter(Boolean)
      .join(" ");
    await noteShipment(tx, { contractId: slip.contractId, method, shippedOn: today });
    await proposeCompletion(tx, slip.contractId);
  }
  const logEntryId = await writeLog(tx, { actor, packing, slip, departure, today });
  await openFollowUp(tx, { logEntryId, slip, today });
  await recordAudit(tx, actor, {
    type: "slip.shipped",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    details: { carrier: departure.carrier, waybillNo: departure.waybillNo },
  });
}

type LogFacts = {
  actor: Actor;
  packing: Shipped;
  slip: WholeSlip;
  departure: Departure;
  today: CalendarDate;
};

async function writeLog(
  tx: Tx,
  { actor, packing, slip, departure, today }: LogFacts,
): Promise<string> {
  const notice = slip.noticeId
    ? await tx.shippingNotice.findUniqueOrThrow({
        where: { id: slip.noticeId },
        select: { docNo: true, contractClass: true, freightPayer: true, consignee: true },
      })
    : null;
  const goods = slip.lines.filter(
    ({ lineKind, issuedQty }) => lineKind === "GOODS" && Quantity.of(issuedQty ?? 0).isPositive(),
  );
  const [first] = goods;
  const year = yearOf(today);
  const [drawn] = await tx.$queryRaw<{ last: number }[]>(drawSql("LOG", year));
  const { id } = await tx.shippingLogEntry.create({
    data: {
      year,
      seq: drawn?.last ?? 0,
      shippedOn: toDbDate(today),
      shippedAt: clock.now(),
      contractId: slip.contractId,
      contractNo: slip.contractNo,
      contractClass: notice?.contractClass ?? null,
      customerId: slip.customerId,
      customerName: slip.customerName,
      noticeNo: notice?.docNo ?? "",
      slipId: slip.id,
      slipNo: slip.docNo ?? "",
      packingListNo: packing.docNo ?? "",
      ...departure,
      deliveryMethod: slip.deliveryMethod,
      freightPayer: notice?.freightPayer ?? null,
      amount: slip.totalAmount,
      productSummary:
        goods.length > 1 ? `${first?.productName} 等${goods.length}项` : (first?.productName ?? ""),
      totalQty: Quantity.sum(goods.map(({ issuedQty }) => Quantity.of(issuedQty ?? 0))).toString(),
      consignee: packing.consignee as Prisma.InputJsonObject,
      handlerName: actor.name,
    },
    select: { id: true },
  });
  return id;
}

async function openFollowUp(
  tx: Tx,
  { logEntryId, slip, today }: { logEntryId: string; slip: WholeSlip; today: CalendarDate },
): Promise<void> {
  const { followUpDays } = await currentSettings(tx);
  const { visibleFromOn, dueOn } = followUpWindow(today, followUpDays);
  await openWorkItem(tx, {
    kind: "shipment.confirm_receipt",
    subjectType: "shipping_log_entry",
    subjectId: logEntryId,
    title: plainShippingTitle(slip),
    assigneeId: slip.preparedById,
    escalateToRole: "SECTION_CHIEF",
    visibleFromOn,
    dueOn: await nextWorkingDay(tx, dueOn), // a holiday moves it on as a weekend does (Q20)
  });
}
