import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import { db, type Prisma } from "@/lib/server/db";
import { logScope, packingScope, waybillScope } from "./dispatch-lists";
import { packingLifecycle, waybillLifecycle } from "./lifecycle";
import { findPacking, packingFacts } from "./packing-load";

const quantityText = (value: Prisma.Decimal | null) =>
  value === null ? null : Quantity.of(value).toString();

export type PackingDetail = NonNullable<Awaited<ReturnType<typeof findPackingDetail>>>;

/** The packing list as its page shows it; never with prices (F11). Null when not in the actor's view. */
export async function findPackingDetail(actor: Actor, packingListId: string) {
  if (!can(actor, "packing:read")) return null;
  const seen = await db.$queryRaw<unknown[]>`
    select 1 from packing_list p where p.id = ${packingListId}::uuid and ${packingScope(actor)}`;
  const packing = seen.length > 0 ? await findPacking(db, packingListId) : null;
  if (!packing) return null;
  const facts = packingFacts(packing);
  const { slip, waybills, ...head } = packing;
  return {
    ...head,
    packedOn: fromDbDate(head.packedOn),
    consignee: head.consignee as Record<string, string>,
    boxes: head.boxes.map((box) => ({
      ...box,
      netWeightKg: quantityText(box.netWeightKg),
      grossWeightKg: quantityText(box.grossWeightKg),
    })),
    lines: head.lines.map((line) => ({
      ...line,
      contractQty: Quantity.of(line.contractQty).toString(),
      packedQty: Quantity.of(line.packedQty).toString(),
    })),
    issued: slip.lines.map(({ id, productName, spec, unit, issuedQty }) => ({
      slipLineId: id,
      productName,
      spec,
      unit,
      issuedQty: Quantity.of(issuedQty ?? 0).toString(),
    })),
    slipStatus: slip.status,
    deliveryMethod: slip.deliveryMethod,
    waybill:
      waybills.map(({ waybill }) => waybill).find(({ status }) => status !== "VOIDED") ?? null,
    allTicked: facts.allTicked,
    mayWrite: can(actor, "packing:write"),
    mayBox: packingLifecycle.plan("box", { ...facts, checkedAgainstContract: true }, actor, can).ok,
    mayVoid: packingLifecycle.plan("void", facts, actor, can).ok,
    mayDepart: actor.role === "WAREHOUSE_KEEPER",
  };
}

/** Who may be named as the one who compared the goods with the list. */
export function listCheckers(): Promise<{ id: string; displayName: string }[]> {
  return db.person.findMany({
    where: { active: true, role: { in: ["CLERK", "WAREHOUSE_KEEPER"] } },
    orderBy: { displayName: "asc" },
    select: { id: true, displayName: true },
  });
}

/** The packing list of a slip that is not void, for the link on the slip's page. */
export function packingOfSlip(
  slipId: string,
): Promise<{ id: string; docNo: string | null } | null> {
  return db.packingList.findFirst({
    where: { slipId, status: { not: "VOIDED" } },
    select: { id: true, docNo: true },
  });
}

/** Boxed lists that wait for a waybill to the same consignee as this one, itself included. */
export async function listsToTheSameConsignee(actor: Actor, packingListId: string) {
  return db.$queryRaw<{ id: string; doc_no: string; slip_no: string; customer_name: string }[]>`
    select p.id, p.doc_no, p.slip_no, p.customer_name from packing_list p
    join packing_list base on base.id = ${packingListId}::uuid and base.consignee = p.consignee
    join outbound_slip s on s.id = p.slip_id
    where p.status = 'BOXED' and s.status = 'PACKED' and s.delivery_method in ('EXPRESS', 'LOGISTICS')
      and ${packingScope(actor)}
      and not exists (select 1 from waybill_packing_list x join waybill w on w.id = x.waybill_id
        where x.packing_list_id = p.id and w.status <> 'VOIDED')
    order by p.created_at limit 20`;
}

export type WaybillDetail = NonNullable<Awaited<ReturnType<typeof findWaybillDetail>>>;

/** The waybill with its packing lists; null when not in the actor's view. */
export async function findWaybillDetail(actor: Actor, waybillId: string) {
  if (!can(actor, "packing:read")) return null;
  const seen = await db.$queryRaw<unknown[]>`
    select 1 from waybill w where w.id = ${waybillId}::uuid and ${waybillScope(actor)}`;
  if (seen.length === 0) return null;
  const waybill = await db.waybill.findUnique({
    where: { id: waybillId },
    include: {
      packingLists: {
        select: {
          packingList: {
            select: { id: true, docNo: true, slipNo: true, customerName: true, contractNo: true },
          },
        },
      },
    },
  });
  if (!waybill) return null;
  const prices = seesPrices(actor);
  const { packingLists, ...head } = waybill;
  return {
    ...head,
    recipient: head.recipient as Record<string, string>,
    weightKg: quantityText(head.weightKg),
    freightAmount: prices && head.freightAmount ? Money.of(head.freightAmount).toString() : null,
    insuredValue: prices && head.insuredValue ? Money.of(head.insuredValue).toString() : null,
    packingLists: packingLists.map(({ packingList }) => packingList),
    commands: waybillLifecycle.available(waybill, actor, can),
    mayWrite: can(actor, "waybill:write"),
  };
}

export type ShipmentDetail = NonNullable<Awaited<ReturnType<typeof findShipment>>>;

/** A shipping log row with every contact about it (F13, F14); null when not in the actor's view. */
export async function findShipment(actor: Actor, logEntryId: string) {
  if (!can(actor, "shipping_log:read")) return null;
  const seen = await db.$queryRaw<unknown[]>`
    select 1 from shipping_log_entry e where e.id = ${logEntryId}::uuid and ${logScope(actor)}`;
  if (seen.length === 0) return null;
  const entry = await db.shippingLogEntry.findUnique({
    where: { id: logEntryId },
    include: { confirmations: { orderBy: { recordedAt: "asc" } } },
  });
  if (!entry) return null;
  return {
    ...entry,
    shippedOn: fromDbDate(entry.shippedOn),
    receivedOn: entry.receivedOn && fromDbDate(entry.receivedOn),
    consignee: entry.consignee as Record<string, string>,
    amount: seesPrices(actor) ? Money.of(entry.amount).toString() : null,
    freightAmount:
      seesPrices(actor) && entry.freightAmount ? Money.of(entry.freightAmount).toString() : null,
    weightKg: quantityText(entry.weightKg),
    totalQty: Quantity.of(entry.totalQty).toString(),
    confirmations: entry.confirmations.map((row) => ({
      ...row,
      receivedOn: row.receivedOn && fromDbDate(row.receivedOn),
    })),
    mayConfirm: can(actor, "receipt_confirmation:write") && entry.receiptResult !== "RECEIVED_OK",
    mayRemark: can(actor, "shipping_log:remark"),
  };
}

export type FollowUp = {
  logEntryId: string;
  contractNo: string;
  slipNo: string;
  customerName: string;
  contactPerson: string;
  phone: string;
  shippedOn: string;
  dueOn: string;
  isOverdue: boolean;
  result: string | null;
};

/** Shipments to be asked about, due first (R1.2.3-c): visible from day three, overdue after day four. */
export async function listFollowUps(actor: Actor): Promise<FollowUp[]> {
  if (!can(actor, "receipt_confirmation:read")) return [];
  const today = clock.today();
  const rows = await db.$queryRaw<
    {
      id: string;
      contract_no: string;
      slip_no: string;
      customer_name: string;
      contact: string | null;
      phone: string | null;
      shipped_on: Date;
      due_on: Date;
      result: string | null;
    }[]
  >`
    select e.id, e.contract_no, e.slip_no, e.customer_name, e.consignee ->> 'contactPerson' as contact,
      e.consignee ->> 'phone' as phone, e.shipped_on, i.due_on, e.receipt_result::text as result
    from work_item i join shipping_log_entry e on e.id = i.subject_id
    where i.kind = 'shipment.confirm_receipt' and i.closed_at is null and i.visible_from_on <= ${today}::date
      and ${logScope(actor)}
    order by i.due_on, e.shipped_on, e.id limit 200`;
  return rows.map((row) => ({
    logEntryId: row.id,
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
