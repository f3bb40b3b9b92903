import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import type { Prisma, Tx } from "@/lib/server/db";
import type { PackingFacts } from "./lifecycle";

const whole = {
  boxes: { orderBy: { boxNo: "asc" } },
  lines: { orderBy: { lineNo: "asc" } },
  waybills: { select: { waybill: { select: { id: true, status: true, docNo: true } } } },
  slip: {
    select: {
      id: true,
      status: true,
      deliveryMethod: true,
      contractId: true,
      preparedById: true,
      noticeId: true,
      receiverName: true,
      receiverPhone: true,
      vehicleNo: true,
      lines: { where: { lineKind: "GOODS" }, orderBy: { lineNo: "asc" } },
    },
  },
} as const satisfies Prisma.PackingListInclude;

export type WholePacking = Prisma.PackingListGetPayload<{ include: typeof whole }>;

/** The contracts of these packing lists, locked before their slips as everywhere: for what ends with a shipment. */
export async function lockContractsOf(tx: Tx, packingListIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    select id from contract where id in (
      select s.contract_id from outbound_slip s join packing_list p on p.slip_id = s.id
      where p.id = any(${packingListIds}::uuid[]))
    order by id for update`;
}

/** The packing list with boxes, lines and its slip, the slip locked first; throws `common.not_found`. */
export async function lockPacking(tx: Tx, packingListId: string): Promise<WholePacking> {
  await tx.$queryRaw`
    select s.id from outbound_slip s join packing_list p on p.slip_id = s.id
    where p.id = ${packingListId}::uuid for update of s`;
  await tx.$queryRaw`select id from packing_list where id = ${packingListId}::uuid for update`;
  const packing = await findPacking(tx, packingListId);
  if (!packing) throw new DomainError("common.not_found");
  return packing;
}

export function findPacking(client: Tx, packingListId: string): Promise<WholePacking | null> {
  return client.packingList.findUnique({ where: { id: packingListId }, include: whole });
}

export function packingFacts(packing: WholePacking): PackingFacts {
  return {
    status: packing.status,
    allTicked:
      packing.lines.length > 0 && packing.lines.every(({ checkedAt }) => checkedAt !== null),
    equalsIssued: unequalLines(packing).length === 0,
    checkedAgainstContract: packing.checkedAgainstContract,
    handedOver: packing.slip.status === "SHIPPED",
    onWaybill: packing.waybills.some(({ waybill }) => waybill.status !== "VOIDED"),
  };
}

export type UnequalLine = {
  slipLineId: string;
  productName: string;
  issued: Quantity;
  packed: Quantity;
};

/** Slip lines whose packed sum is not what was issued (R1.2.2-d, I4). */
export function unequalLines(packing: WholePacking): UnequalLine[] {
  return packing.slip.lines.flatMap(({ id, productName, issuedQty }) => {
    const issued = Quantity.of(issuedQty ?? 0);
    const packed = Quantity.sum(
      packing.lines
        .filter(({ slipLineId }) => slipLineId === id)
        .map(({ packedQty }) => Quantity.of(packedQty)),
    );
    return packed.equals(issued) ? [] : [{ slipLineId: id, productName, issued, packed }];
  });
}
