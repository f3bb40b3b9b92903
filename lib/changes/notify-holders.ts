import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type BothLanguages, openAcknowledgement } from "@/lib/records/acknowledgements";
import type { Holder } from "@/lib/records/holders";
import type { Tx } from "@/lib/server/db";

type Paper = { holder: Holder; paperType: string; paperId: string; paperNo: string };
type Notified = { subjectType: string; subjectId: string; what: BothLanguages; reason: string };

/**
 * Everybody who works by an open paper of the contract takes note of the change: production notices, preparation
 * orders, shipping notices and slips that are not posted (rules 5.1, Q38). Returns how many.
 */
export async function notifyHolders(
  tx: Tx,
  actor: Actor,
  contractId: string,
  about: Notified,
): Promise<number> {
  const papers = await openPapers(tx, contractId);
  for (const paper of papers) {
    await openAcknowledgement(tx, actor, { contractId, ...about, ...paper });
  }
  return papers.length;
}

async function openPapers(tx: Tx, contractId: string): Promise<Paper[]> {
  const select = { id: true, docNo: true } as const;
  const orderBy = { id: "asc" } as const;
  const tasks = await tx.productionTask.findMany({
    where: { contractId, status: { in: ["PENDING_CHIEF", "ISSUED", "ACCEPTED"] } },
    orderBy,
    select,
  });
  const preparations = await tx.preparationOrder.findMany({
    where: { contractId, status: { in: ["PENDING_CHIEF", "ISSUED", "PREPARING", "PREPARED"] } },
    orderBy,
    select,
  });
  const notices = await tx.shippingNotice.findMany({
    where: { contractId, status: { in: ["AWAITING_FUNDS", "ISSUED", "ACKNOWLEDGED"] } },
    orderBy,
    select,
  });
  const slips = await tx.outboundSlip.findMany({
    where: {
      contractId,
      redOfId: null,
      status: { in: ["PENDING_DEPT_HEAD", "PENDING_DIRECTOR", "APPROVED"] },
    },
    orderBy,
    select,
  });
  const as =
    (holder: Holder, paperType: string) =>
    ({ id, docNo }: { id: string; docNo: string | null }): Paper => ({
      holder,
      paperType,
      paperId: id,
      paperNo: docNo ?? "",
    });
  return [
    ...tasks.map(as("PRODUCTION", "production_task")),
    ...preparations.map(as("WAREHOUSE", "preparation_order")),
    ...notices.map(as("SHIPPING", "shipping_notice")),
    ...slips.map(as("SHIPPING", "outbound_slip")),
  ];
}
