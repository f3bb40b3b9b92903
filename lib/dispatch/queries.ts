import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { db, type Prisma } from "@/lib/server/db";
import { packingScope, slipScope } from "./dispatch-lists";
import { packingLifecycle } from "./lifecycle";
import { findPacking, packingFacts, type WholePacking } from "./packing-load";

const quantityText = (value: Prisma.Decimal | null) =>
  value === null ? null : Quantity.of(value).toString();

export type PackingDetail = NonNullable<Awaited<ReturnType<typeof findPackingDetail>>>;
export type PackingBoxRow = PackingDetail["boxes"][number];
export type PackingLineRow = PackingDetail["lines"][number];

/** The packing list as its page shows it; never with prices (F11). Null when not in the actor's view. */
export async function findPackingDetail(actor: Actor, packingListId: string) {
  if (!can(actor, "packing:read") || !isUuid(packingListId)) return null;
  const seen = await db.$queryRaw<unknown[]>`
    select 1 from packing_list p where p.id = ${packingListId}::uuid and ${packingScope(actor)}`;
  const packing = seen.length > 0 ? await findPacking(db, packingListId) : null;
  if (!packing) return null;
  const facts = packingFacts(packing);
  const { slip, waybills, boxes, lines, ...head } = packing;
  const logEntry = await db.shippingLogEntry.findUnique({
    where: { slipId: slip.id },
    select: { id: true },
  });
  return {
    ...head,
    packedOn: fromDbDate(head.packedOn),
    consignee: head.consignee as Record<string, string>,
    boxes: boxes.map(boxRow),
    lines: lines.map((line) => lineRow(line, slip.lines)),
    slipStatus: slip.status,
    deliveryMethod: slip.deliveryMethod,
    receiver: {
      name: slip.receiverName,
      phone: slip.receiverPhone,
      vehicleNo: slip.vehicleNo,
    },
    logEntryId: logEntry?.id ?? null,
    waybill:
      waybills.map(({ waybill }) => waybill).find(({ status }) => status !== "VOIDED") ?? null,
    mayWrite: can(actor, "packing:write"),
    mayReadContract: can(actor, "contract:read"),
    mayVoid: packingLifecycle.plan("void", facts, actor, can).ok,
    mayShip: can(actor, "waybill:write"),
    mayDepart: actor.role === "WAREHOUSE_KEEPER",
  };
}

function boxRow({ packingListId: _list, ...box }: WholePacking["boxes"][number]) {
  return {
    ...box,
    netWeightKg: quantityText(box.netWeightKg),
    grossWeightKg: quantityText(box.grossWeightKg),
  };
}

/** Contract, issued and packed beside each other (R1.2.2-d). */
function lineRow(line: WholePacking["lines"][number], issued: WholePacking["slip"]["lines"]) {
  const { id, lineNo, slipLineId, boxNo, productCode, productName, spec, drawingNo, unit } = line;
  return {
    ...{ id, lineNo, slipLineId, boxNo, productCode, productName, spec, drawingNo, unit },
    contractQty: Quantity.of(line.contractQty).toString(),
    issuedQty: Quantity.of(issued.find((row) => row.id === slipLineId)?.issuedQty ?? 0).toString(),
    packedQty: Quantity.of(line.packedQty).toString(),
    isChecked: line.checkedAt !== null,
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

/** Where the packing of a slip stands: its list, or that it may be started; null when neither. */
export async function packingStepOf(
  actor: Actor,
  slip: { id: string; status: string; redOfId: string | null },
): Promise<{ packingListId: string; docNo: string | null } | "start" | null> {
  if (!can(actor, "packing:read")) return null;
  const list = await db.packingList.findFirst({
    where: { slipId: slip.id, status: { not: "VOIDED" } },
    select: { id: true, docNo: true },
  });
  if (list) return { packingListId: list.id, docNo: list.docNo };
  const isWaiting = slip.status === "ISSUED" && slip.redOfId === null;
  return isWaiting && can(actor, "packing:write") ? "start" : null;
}

export type SlipToPack = {
  id: string;
  slipNo: string;
  contractNo: string;
  customerName: string;
  deliveryMethod: "EXPRESS" | "LOGISTICS" | "DELIVERY" | "PICKUP";
  issuedOn: CalendarDate | null;
  lineCount: number;
};

/** Issued slips that have no packing list yet (R1.2.2-d), the longest waiting first; at most 200. */
export async function listSlipsToPack(actor: Actor): Promise<SlipToPack[]> {
  if (!can(actor, "packing:read")) return [];
  const rows = await db.$queryRaw<(Omit<SlipToPack, "issuedOn"> & { issuedOn: Date | null })[]>`
    select s.id, s.doc_no as "slipNo", s.contract_no as "contractNo", s.customer_name as "customerName",
      s.delivery_method::text as "deliveryMethod", s.issued_on as "issuedOn",
      (select count(*)::int from slip_line l
        where l.slip_id = s.id and l.line_kind = 'GOODS' and l.issued_qty > 0) as "lineCount"
    from outbound_slip s
    where s.status = 'ISSUED' and s.red_of_id is null and ${slipScope(actor)}
      and not exists (select 1 from packing_list p where p.slip_id = s.id and p.status <> 'VOIDED')
    order by s.issued_at, s.id limit 200`;
  return rows.map((row) => ({ ...row, issuedOn: row.issuedOn && fromDbDate(row.issuedOn) }));
}

export type ListToShip = { id: string; docNo: string; slipNo: string; customerName: string };

/** Boxed lists that wait for a waybill to the same consignee as this one, itself included. */
export function listsToTheSameConsignee(
  actor: Actor,
  packingListId: string,
): Promise<ListToShip[]> {
  return db.$queryRaw<ListToShip[]>`
    select p.id, p.doc_no as "docNo", p.slip_no as "slipNo", p.customer_name as "customerName"
    from packing_list p
    join packing_list base on base.id = ${packingListId}::uuid and base.consignee = p.consignee
    join outbound_slip s on s.id = p.slip_id
    where p.status = 'BOXED' and s.status = 'PACKED' and s.delivery_method in ('EXPRESS', 'LOGISTICS')
      and ${packingScope(actor)}
      and not exists (select 1 from waybill_packing_list x join waybill w on w.id = x.waybill_id
        where x.packing_list_id = p.id and w.status <> 'VOIDED')
    order by p.created_at limit 20`;
}
