import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type BothLanguages, openAcknowledgement } from "@/lib/records/acknowledgements";
import type { Holder } from "@/lib/records/holders";
import type { Tx } from "@/lib/server/db";

type Paper = { holder: Holder; paperType: string; paperId: string; paperNo: string };
type Notified = { subjectType: string; subjectId: string; what: BothLanguages; reason: string };

/**
 * Everybody who works by an open paper of the contract takes note of the change (rules 5.1, Q38): production by its
 * notices; the keeper by preparation orders, slips to be issued, goods issued but not packed, and packing lists;
 * shipping by its notices, slips that are not signed, and waybills, until the courier has the goods. Returns how many.
 */
export async function notifyHolders(
  tx: Tx,
  actor: Actor,
  contractId: string,
  about: Notified,
): Promise<number> {
  const papers = [
    ...(await plannedPapers(tx, contractId)),
    ...(await papersInHouse(tx, contractId)),
  ];
  for (const paper of papers) {
    await openAcknowledgement(tx, actor, { contractId, ...about, ...paper });
  }
  return papers.length;
}

const numbered = { orderBy: { id: "asc" }, select: { id: true, docNo: true } } as const;

const heldBy =
  (holder: Holder, paperType: string) =>
  ({ id, docNo }: { id: string; docNo: string | null }): Paper => ({
    holder,
    paperType,
    paperId: id,
    paperNo: docNo ?? "",
  });

/** What is to be made, set aside and shipped. */
async function plannedPapers(tx: Tx, contractId: string): Promise<Paper[]> {
  const tasks = await tx.productionTask.findMany({
    where: { contractId, status: { in: ["PENDING_CHIEF", "ISSUED", "ACCEPTED"] } },
    ...numbered,
  });
  const preparations = await tx.preparationOrder.findMany({
    where: { contractId, status: { in: ["PENDING_CHIEF", "ISSUED", "PREPARING", "PREPARED"] } },
    ...numbered,
  });
  const notices = await tx.shippingNotice.findMany({
    where: { contractId, status: { in: ["AWAITING_FUNDS", "ISSUED", "ACKNOWLEDGED"] } },
    ...numbered,
  });
  const unsigned = await tx.outboundSlip.findMany({
    where: { contractId, redOfId: null, status: { in: ["PENDING_DEPT_HEAD", "PENDING_DIRECTOR"] } },
    ...numbered,
  });
  return [
    ...tasks.map(heldBy("PRODUCTION", "production_task")),
    ...preparations.map(heldBy("WAREHOUSE", "preparation_order")),
    ...notices.map(heldBy("SHIPPING", "shipping_notice")),
    ...unsigned.map(heldBy("SHIPPING", "outbound_slip")),
  ];
}

/**
 * What the keeper issues and packs and shipping hands over: the goods have not left the house. A packing list that is
 * not boxed goes by its slip's number, a waybill that is a draft by its packing list's: they are numbered last.
 */
async function papersInHouse(tx: Tx, contractId: string): Promise<Paper[]> {
  const slips = await tx.outboundSlip.findMany({
    where: {
      contractId,
      redOfId: null,
      OR: [
        { status: "APPROVED" },
        { status: "ISSUED", packingLists: { none: { status: { not: "VOIDED" } } } },
      ],
    },
    ...numbered,
  });
  const packingLists = await tx.packingList.findMany({
    where: {
      slip: { contractId, status: { in: ["ISSUED", "PACKED"] } },
      status: { in: ["DRAFT", "BOXED"] },
    },
    orderBy: { id: "asc" },
    select: { id: true, docNo: true, slipNo: true },
  });
  const waybills = await tx.waybill.findMany({
    where: {
      status: { in: ["DRAFT", "NOTIFIED"] },
      packingLists: { some: { packingList: { slip: { contractId } } } },
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      docNo: true,
      packingLists: { select: { packingList: { select: { docNo: true } } } },
    },
  });
  return [
    ...slips.map(heldBy("WAREHOUSE", "outbound_slip")),
    ...packingLists
      .map(({ id, docNo, slipNo }) => ({ id, docNo: docNo ?? slipNo }))
      .map(heldBy("WAREHOUSE", "packing_list")),
    ...waybills
      .map((waybill) => ({
        id: waybill.id,
        docNo: waybill.docNo ?? waybill.packingLists[0]?.packingList.docNo ?? null,
      }))
      .map(heldBy("SHIPPING", "waybill")),
  ];
}
