import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { isWaybillNo, looksLikeWaybillOf, normaliseWaybillNo } from "@/lib/core/waybill-shape";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { lockContractsOf, lockPacking } from "./packing-load";
import { recordShipment } from "./record-shipment";
import type { HandOverInput, NotifyCourierInput } from "./schema";
import {
  assertMayMoveWaybill,
  lockWaybill,
  moveWaybill,
  type WholeWaybill,
  waybillTitle,
} from "./waybill-load";

/**
 * The courier is called: who called whom and when (R1.2.2-h); the YD number is drawn. The courier asks for the weight
 * first, so a waybill without it is refused with `dispatch.weight_missing` (F12).
 */
export function notifyCourier(
  actor: Actor,
  input: NotifyCourierInput,
  key: IdempotencyKey,
): Promise<{ docNo: string }> {
  return transactOnce({ key, actor, action: "waybill.notify", input }, async (tx) => {
    const waybill = await lockWaybill(tx, input.waybillId);
    const plan = assertMayMoveWaybill("notify", waybill, actor);
    if (waybill.weightKg === null) throw new DomainError("dispatch.weight_missing");
    await closeWorkItem(tx, { kind: "waybill.notify_courier", subjectId: waybill.id });
    await openWorkItem(tx, {
      kind: "waybill.hand_over",
      subjectType: "waybill",
      subjectId: waybill.id,
      title: waybillTitle(waybill),
      duty: "OUTBOUND_SLIP",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "waybill.courier_notified",
      subjectType: "waybill",
      subjectId: waybill.id,
      details: { courierContact: input.courierContact },
    });
    const docNo = waybill.docNo ?? (await drawNumber(tx, "YD", clock.today())).number;
    await moveWaybill(tx, input, {
      status: plan.to,
      docNo,
      courierContact: input.courierContact,
      courierNotifiedAt: clock.now(),
      courierNotifiedById: actor.id,
      courierNotifiedByName: actor.name,
    });
    return { docNo };
  });
}

export type WaybillWarning = "UNUSUAL_SHAPE" | "DUPLICATE";

/**
 * Handed to the courier: shipped (R1.2.2-i). Each packing list's slip is shipped with all that follows. The waybill
 * number must be one; an unusual shape or a number used before is only told (spec 03, 4.9).
 */
export function handOver(
  actor: Actor,
  input: HandOverInput,
  key: IdempotencyKey,
): Promise<{ warnings: WaybillWarning[] }> {
  return transactOnce({ key, actor, action: "waybill.hand_over", input }, async (tx) => {
    const waybillNo = assertWaybillNo(input.waybillNo);
    const waybill = await lockWaybill(tx, input.waybillId);
    const plan = assertMayMoveWaybill("hand_over", waybill, actor);
    const warnings = await waybillWarnings(tx, waybill, waybillNo);
    await moveWaybill(tx, input, {
      status: plan.to,
      waybillNo,
      pickedUpBy: input.pickedUpBy,
      freightAmount: input.freightAmount ?? waybill.freightAmount,
      handedOverAt: clock.now(),
      handedOverById: actor.id,
      handedOverByName: actor.name,
    });
    await closeWorkItem(tx, { kind: "waybill.hand_over", subjectId: waybill.id });
    const ids = waybill.packingLists.map(({ packingListId }) => packingListId).sort();
    await lockContractsOf(tx, ids);
    for (const [index, packingListId] of ids.entries()) {
      // Weight and freight are the parcel's: told once, with the first of its lists.
      const isFirst = index === 0;
      await recordShipment(tx, actor, await lockPacking(tx, packingListId), {
        waybillId: waybill.id,
        carrier: waybill.courierName,
        waybillNo,
        pieces: isFirst ? waybill.pieces : null,
        weightKg: isFirst && waybill.weightKg ? Quantity.of(waybill.weightKg).toString() : null,
        freightAmount: isFirst
          ? (input.freightAmount ?? waybill.freightAmount?.toFixed(2) ?? null)
          : null,
      });
    }
    await recordAudit(tx, actor, {
      type: "waybill.handed_over",
      subjectType: "waybill",
      subjectId: waybill.id,
      details: { waybillNo, pickedUpBy: input.pickedUpBy },
    });
    return { warnings };
  });
}

/** Normalised; throws at the field when it cannot be a waybill number. */
export function assertWaybillNo(typed: string): string {
  const waybillNo = normaliseWaybillNo(typed);
  if (isWaybillNo(waybillNo)) return waybillNo;
  throw new DomainError("common.invalid_input", undefined, [
    { path: "waybillNo", code: "dispatch.waybill_no_malformed" },
  ]);
}

async function waybillWarnings(
  tx: Tx,
  waybill: WholeWaybill,
  waybillNo: string,
): Promise<WaybillWarning[]> {
  const { courierId, id } = waybill;
  const courier = await tx.courier.findUnique({
    where: { id: courierId },
    select: { waybillPattern: true },
  });
  const used = await tx.waybill.count({
    where: { courierId, waybillNo, id: { not: id }, status: { not: "VOIDED" } },
  });
  return [
    ...(looksLikeWaybillOf(courier?.waybillPattern ?? null, waybillNo)
      ? []
      : ["UNUSUAL_SHAPE" as const]),
    ...(used > 0 ? ["DUPLICATE" as const] : []),
  ];
}
