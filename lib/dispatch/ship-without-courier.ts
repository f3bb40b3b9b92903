import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { lockContractsOf, lockPacking, type WholePacking } from "./packing-load";
import { recordShipment } from "./record-shipment";
import type { DepartInput, PickUpInput } from "./schema";

const NO_COURIER = { waybillId: null, waybillNo: "", weightKg: null, freightAmount: null };

/** PICKUP: shipped when the receiver's signature is recorded, with name and identity (rules 5.6). */
export function recordPickUp(
  actor: Actor,
  input: PickUpInput,
  key: IdempotencyKey,
): Promise<{ slipId: string }> {
  return transactOnce({ key, actor, action: "packing.pick_up", input }, async (tx) => {
    const packing = await boxedFor(tx, input, "PICKUP");
    await tx.outboundSlip.update({
      where: { id: packing.slipId },
      data: {
        receiverName: input.receiverName,
        receiverIdNo: input.receiverIdNo,
        receiverPhone: input.receiverPhone,
        vehicleNo: input.vehicleNo,
        receivedAt: clock.now(),
      },
    });
    await sign(tx, actor, {
      permission: "packing:write",
      subjectType: "outbound_slip",
      subjectId: packing.slipId,
      step: "RECEIVED",
      decision: "AGREE",
      comment: input.receiverName,
      ...(await signedContent(tx, packing.slipId)),
    });
    await recordShipment(tx, actor, packing, {
      ...NO_COURIER,
      carrier: "",
      pieces: packing.boxCount,
    });
    return { slipId: packing.slipId };
  });
}

/** DELIVERY: shipped when the keeper records the departure of our own car (rules 5.6). */
export function recordDeparture(
  actor: Actor,
  input: DepartInput,
  key: IdempotencyKey,
): Promise<{ slipId: string }> {
  return transactOnce({ key, actor, action: "packing.depart", input }, async (tx) => {
    if (actor.role !== "WAREHOUSE_KEEPER")
      throw new DomainError("dispatch.keeper_records_departure");
    const packing = await boxedFor(tx, input, "DELIVERY");
    await tx.outboundSlip.update({
      where: { id: packing.slipId },
      data: { vehicleNo: input.vehicleNo },
    });
    const carrier = `本厂车 ${input.vehicleNo} ${input.driverName}`.slice(0, 40);
    await recordShipment(tx, actor, packing, { ...NO_COURIER, carrier, pieces: packing.boxCount });
    return { slipId: packing.slipId };
  });
}

async function boxedFor(
  tx: Tx,
  at: { packingListId: string; rowVersion: number },
  method: "PICKUP" | "DELIVERY",
): Promise<WholePacking> {
  await lockContractsOf(tx, [at.packingListId]);
  const packing = await lockPacking(tx, at.packingListId);
  if (packing.status !== "BOXED") throw new DomainError("dispatch.not_boxed");
  if (packing.slip.deliveryMethod !== method) throw new DomainError("dispatch.needs_courier");
  if (packing.slip.status === "SHIPPED") throw new DomainError("dispatch.already_shipped");
  if (packing.rowVersion !== at.rowVersion) throw new DomainError("common.changed_meanwhile");
  return packing;
}

/** What the keeper signed when issuing is what the receiver takes. */
async function signedContent(
  tx: Tx,
  slipId: string,
): Promise<{ revision: number; contentHash: string }> {
  return tx.signature.findFirstOrThrow({
    where: { subjectId: slipId, step: "ISSUED", voidedAt: null },
    select: { revision: true, contentHash: true },
  });
}
