import "server-only";
import { type Actor, seesPrices } from "@/lib/auth/permissions";
import { canonicalJson } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Prisma, Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem, closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { plainShippingTitle } from "@/lib/shipping/titles";
import { lockPacking, type WholePacking } from "./packing-load";
import type { CreateWaybillInput, SaveWaybillInput, VoidWaybillInput } from "./schema";
import { assertMayMoveWaybill, lockWaybill, moveWaybill, waybillTitle } from "./waybill-load";

/**
 * Fills the waybill from notice and contract, after boxing (R1.2.2-g): recipient, carrier and who pays are the notice's.
 * Several packing lists go together only to the same consignee; throws `dispatch.other_consignee`, `dispatch.not_boxed`.
 */
export function createWaybill(
  actor: Actor,
  input: CreateWaybillInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "waybill.create", input }, async (tx) => {
    const lists: WholePacking[] = [];
    for (const id of [...new Set(input.packingListIds)].sort())
      lists.push(await lockPacking(tx, id));
    const [first] = lists;
    if (!first) throw new DomainError("dispatch.packing_list_missing");
    for (const list of lists) assertGoesAlong(list, first);
    const id = await insertWaybill(tx, actor, lists, first);
    for (const list of lists) await closeWorkItem(tx, { kind: "packing.ship", subjectId: list.id });
    await recordAudit(tx, actor, {
      type: "waybill.created",
      subjectType: "waybill",
      subjectId: id,
      details: { packingLists: lists.map(({ docNo }) => docNo ?? "") },
    });
    return { id };
  });
}

function assertGoesAlong(list: WholePacking, first: WholePacking): void {
  if (list.status !== "BOXED") throw new DomainError("dispatch.not_boxed");
  if (list.slip.status === "SHIPPED") throw new DomainError("dispatch.already_shipped");
  const { deliveryMethod } = list.slip;
  if (deliveryMethod !== "EXPRESS" && deliveryMethod !== "LOGISTICS")
    throw new DomainError("dispatch.no_courier_needed");
  if (list.waybills.some(({ waybill }) => waybill.status !== "VOIDED"))
    throw new DomainError("dispatch.on_waybill");
  if (canonicalJson(list.consignee) !== canonicalJson(first.consignee))
    throw new DomainError("dispatch.other_consignee");
}

async function insertWaybill(
  tx: Tx,
  actor: Actor,
  lists: WholePacking[],
  first: WholePacking,
): Promise<string> {
  const notice = await tx.shippingNotice.findUniqueOrThrow({
    where: { id: first.slip.noticeId ?? "" },
    select: { courierId: true, freightSettlement: true },
  });
  const courier = await tx.courier.findFirst({
    where: notice.courierId ? { id: notice.courierId } : { active: true },
    orderBy: { code: "asc" },
  });
  if (!courier) throw new DomainError("dispatch.courier_missing");
  const { id } = await tx.waybill.create({
    data: {
      courierId: courier.id,
      courierName: courier.name,
      recipient: first.consignee as Prisma.InputJsonObject,
      pieces: lists.reduce((sum, { boxCount }) => sum + boxCount, 0),
      weightKg: weighed(lists),
      freightSettlement: notice.freightSettlement,
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: clock.now(),
      packingLists: { create: lists.map((list) => ({ packingListId: list.id })) },
    },
    select: { id: true },
  });
  await openWorkItem(tx, {
    kind: "waybill.notify_courier",
    subjectType: "waybill",
    subjectId: id,
    title: waybillTitle({
      docNo: first.docNo,
      courierName: courier.name,
      recipient: first.consignee,
    }),
    duty: "OUTBOUND_SLIP",
    dueOn: clock.today(),
  });
  return id;
}

/** What the boxes weigh together; null when one was not weighed. */
function weighed(lists: readonly WholePacking[]): string | null {
  let sum = Quantity.zero;
  for (const { grossWeightKg } of lists.flatMap(({ boxes }) => boxes)) {
    if (grossWeightKg === null) return null;
    sum = sum.plus(Quantity.of(grossWeightKg));
  }
  return sum.isPositive() ? sum.toString() : null;
}

/** Carrier, contents, weight and payment while it is a draft; the recipient stays the notice's (R1.2.2-g). */
export function saveWaybill(
  actor: Actor,
  input: SaveWaybillInput,
  key: IdempotencyKey,
): Promise<{ rowVersion: number }> {
  return transactOnce({ key, actor, action: "waybill.save", input }, async (tx) => {
    const waybill = await lockWaybill(tx, input.waybillId);
    if (waybill.status !== "DRAFT") throw new DomainError("dispatch.wrong_status");
    const courier = await tx.courier.findFirst({
      where: { id: input.courierId, active: true },
      select: { name: true },
    });
    if (!courier) {
      throw new DomainError("common.invalid_input", undefined, [
        { path: "courierId", code: "dispatch.courier_missing" },
      ]);
    }
    await assertPaidAsAgreed(tx, waybill.packingLists, input.freightSettlement);
    const { waybillId: _id, rowVersion: _version, freightAmount, insuredValue, ...fields } = input;
    await moveWaybill(tx, input, {
      ...fields,
      courierName: courier.name,
      // Who sees no amounts sends none: those on record stay.
      ...(seesPrices(actor) && { freightAmount, insuredValue }),
    });
    return { rowVersion: input.rowVersion + 1 };
  });
}

/** Freight to collect exactly when the customer pays it (spec 03, 4.10). */
async function assertPaidAsAgreed(
  tx: Tx,
  lists: readonly { packingListId: string }[],
  settlement: SaveWaybillInput["freightSettlement"],
): Promise<void> {
  const list = await tx.packingList.findFirst({
    where: { id: { in: lists.map(({ packingListId }) => packingListId) } },
    select: {
      slip: { select: { notice: { select: { freightPayer: true, freightSettlement: true } } } },
    },
  });
  const notice = list?.slip.notice;
  if (notice?.freightPayer === "SUPPLIER" && settlement === "COLLECT") {
    throw new DomainError("common.invalid_input", undefined, [
      { path: "freightSettlement", code: "dispatch.supplier_pays_freight" },
    ]);
  }
}

/** Before hand-over a waybill may be void; its packing lists wait for another. */
export function voidWaybill(
  actor: Actor,
  input: VoidWaybillInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "waybill.void", input }, async (tx) => {
    const waybill = await lockWaybill(tx, input.waybillId);
    const plan = assertMayMoveWaybill("void", waybill, actor);
    await moveWaybill(tx, input, { status: plan.to, voidReason: input.reason });
    await closeWorkItemsOf(tx, waybill.id);
    for (const { packingListId } of waybill.packingLists) {
      const list = await lockPacking(tx, packingListId);
      await openWorkItem(tx, {
        kind: "packing.ship",
        subjectType: "packing_list",
        subjectId: list.id,
        title: plainShippingTitle({ ...list, docNo: list.slipNo }),
        duty: "OUTBOUND_SLIP",
        dueOn: clock.today(),
      });
    }
    await recordAudit(tx, actor, {
      type: "waybill.voided",
      subjectType: "waybill",
      subjectId: waybill.id,
      details: { reason: input.reason },
    });
    return { id: waybill.id };
  });
}
