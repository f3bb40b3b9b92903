import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Prisma, Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { lockSlip, type WholeSlip } from "@/lib/shipping/slip-load";
import { plainShippingTitle } from "@/lib/shipping/titles";
import type { StartPackingInput } from "./schema";

/**
 * Fills the packing list from what was issued, to be compared with the contract (R1.2.2-d): one box with everything,
 * to be divided as it is packed. One list for a slip; throws `dispatch.slip_not_issued`, `dispatch.already_packing`.
 */
export function startPacking(
  actor: Actor,
  input: StartPackingInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "packing.start", input }, async (tx) => {
    const slip = await lockSlip(tx, input.slipId);
    if (slip.status !== "ISSUED" || slip.redOfId !== null)
      throw new DomainError("dispatch.slip_not_issued");
    const existing = await tx.packingList.count({
      where: { slipId: slip.id, status: { not: "VOIDED" } },
    });
    if (existing > 0) throw new DomainError("dispatch.already_packing");
    const { id } = await createList(tx, actor, slip);
    await closeWorkItem(tx, { kind: "slip.pack", subjectId: slip.id });
    await openWorkItem(tx, {
      kind: "packing.box",
      subjectType: "packing_list",
      subjectId: id,
      title: plainShippingTitle(slip),
      duty: "OUTBOUND_SLIP",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "packing.started",
      subjectType: "packing_list",
      subjectId: id,
      details: { slipNo: slip.docNo ?? "" },
    });
    return { id };
  });
}

async function createList(tx: Tx, actor: Actor, slip: WholeSlip): Promise<{ id: string }> {
  const notice = slip.noticeId
    ? await tx.shippingNotice.findUniqueOrThrow({
        where: { id: slip.noticeId },
        select: {
          docNo: true,
          consignee: true,
          enclosedDocs: true,
          lines: { select: { contractLineId: true, contractQty: true } },
        },
      })
    : null;
  const contractQty = new Map(notice?.lines.map((line) => [line.contractLineId, line.contractQty]));
  const goods = slip.lines.filter(
    ({ lineKind, issuedQty }) =>
      lineKind === "GOODS" && issuedQty !== null && Quantity.of(issuedQty).isPositive(),
  );
  return tx.packingList.create({
    data: {
      packedOn: toDbDate(clock.today()),
      slipId: slip.id,
      slipNo: slip.docNo ?? "",
      noticeNo: notice?.docNo ?? "",
      contractId: slip.contractId,
      contractNo: slip.contractNo,
      customerId: slip.customerId,
      customerName: slip.customerName,
      consignee: (notice?.consignee ?? {}) as Prisma.InputJsonObject,
      enclosedDocs: notice?.enclosedDocs ?? [],
      preparedById: actor.id,
      preparedByName: actor.name,
      createdAt: clock.now(),
      boxes: { create: [{ boxNo: 1 }] },
      lines: {
        create: goods.map((line, i) => ({
          lineNo: i + 1,
          slipLineId: line.id,
          productCode: line.productCode,
          productName: line.productName,
          spec: line.spec,
          drawingNo: line.drawingNo,
          unit: line.unit,
          contractQty: contractQty.get(line.contractLineId ?? "") ?? line.requestedQty,
          packedQty: line.issuedQty ?? 0,
        })),
      },
    },
    select: { id: true },
  });
}
