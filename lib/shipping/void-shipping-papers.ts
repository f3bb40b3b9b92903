import "server-only";
import type { Tx } from "@/lib/server/db";
import { closeWorkItemsOf } from "@/lib/server/work-items";

/**
 * A slip is reversed: its packing lists and waybills are void (rules 5.12). A waybill that also carries another slip's
 * boxes only loses this one's. Transaction step, with the slip locked.
 */
export async function voidShippingPapers(tx: Tx, slipId: string, reason: string): Promise<void> {
  const lists = await tx.packingList.findMany({
    where: { slipId, status: { not: "VOIDED" } },
    select: { id: true, waybills: { select: { waybillId: true } } },
  });
  const listIds = lists.map(({ id }) => id);
  if (listIds.length === 0) return;
  const voidReason = reason.slice(0, 200);
  await tx.packingList.updateMany({
    where: { id: { in: listIds } },
    data: { status: "VOIDED", voidReason, rowVersion: { increment: 1 } },
  });
  for (const waybillId of new Set(
    lists.flatMap(({ waybills }) => waybills.map((link) => link.waybillId)),
  )) {
    const carriesOthers = await tx.waybillPackingList.count({
      where: { waybillId, packingListId: { notIn: listIds } },
    });
    if (carriesOthers > 0) {
      await tx.waybillPackingList.deleteMany({
        where: { waybillId, packingListId: { in: listIds } },
      });
      continue;
    }
    await tx.waybill.updateMany({
      where: { id: waybillId, status: { in: ["DRAFT", "NOTIFIED"] } },
      data: { status: "VOIDED", voidReason, rowVersion: { increment: 1 } },
    });
    await closeWorkItemsOf(tx, waybillId);
  }
  for (const id of listIds) await closeWorkItemsOf(tx, id);
}
