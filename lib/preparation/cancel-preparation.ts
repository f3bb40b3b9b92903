import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { notePreparation } from "@/lib/contracts/note-preparation";
import { Quantity } from "@/lib/core/quantity";
import { openAcknowledgement } from "@/lib/records/acknowledgements";
import type { Tx } from "@/lib/server/db";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { releaseReservations } from "@/lib/stock/release-reservation";
import type { PreparationStatus } from "./lifecycle";
import { boundOf, type WholePreparation } from "./load";
import { movePreparation } from "./move";
import { audit, signed } from "./order-record";

const RESERVING: readonly PreparationStatus[] = ["ISSUED", "PREPARING", "PREPARED"];

/**
 * Ends an order: what it still binds is released, once; what stands on notices or has left stays with them. Transaction
 * step with contract and order locked.
 */
export async function endPreparation(
  tx: Tx,
  actor: Actor,
  order: WholePreparation,
  { to, reason }: { to: "CANCELLED" | "REJECTED"; reason: string },
): Promise<void> {
  if (order.status === "PENDING_CHIEF") await notePreparation(tx, signed(order, -1));
  if (RESERVING.includes(order.status)) await releaseBound(tx, order);
  await movePreparation(tx, order, to, { cancelReason: reason.slice(0, 200) });
  await closeWorkItemsOf(tx, order.id);
  const type = to === "CANCELLED" ? "preparation.cancelled" : "preparation.rejected";
  await audit(tx, actor, order, { type, comment: reason });
  if (RESERVING.includes(order.status)) await tellWarehouse(tx, actor, order, reason);
}

/** The store has the paper in hand: it takes note that nothing is to be prepared any more (Q38). */
async function tellWarehouse(
  tx: Tx,
  actor: Actor,
  order: WholePreparation,
  reason: string,
): Promise<void> {
  const paperNo = order.docNo ?? "";
  await openAcknowledgement(tx, actor, {
    subjectType: "preparation_order",
    subjectId: order.id,
    contractId: order.contractId,
    holder: "WAREHOUSE",
    paperType: "preparation_order",
    paperId: order.id,
    paperNo,
    what: {
      zh: `备货单 ${paperNo} 已取消，停止备货，已备货物放回`,
      en: `Preparation order ${paperNo} is cancelled: stop, and put the goods back`,
    },
    reason,
  });
}

async function releaseBound(tx: Tx, order: WholePreparation): Promise<void> {
  const lineIds = order.lines.map(({ id }) => id);
  const bound = new Map((await boundOf(tx, lineIds)).map(({ lineId, own }) => [lineId, own]));
  await releaseReservations(
    tx,
    lineIds.map((sourceLineId) => ({ sourceLineId })),
  );
  const isPrepared = order.status === "PREPARED";
  await notePreparation(
    tx,
    order.lines.map(({ id, contractLineId }) => {
      const back = Quantity.of(bound.get(id) ?? "0").negated();
      return { contractLineId, ordered: back, prepared: isPrepared ? back : Quantity.zero };
    }),
  );
}
