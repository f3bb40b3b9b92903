import "server-only";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeWorkItemsOf } from "@/lib/server/work-items";

/** The contract has ended: a change or a short close that is still open ends with it. Transaction step. */
export async function dropOpenChanges(tx: Tx, contractId: string, reason: string): Promise<void> {
  const changes = await tx.contractRevision.findMany({
    where: { contractId, status: { in: ["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR"] } },
    select: { id: true },
  });
  for (const { id } of changes) {
    await tx.contractRevision.update({
      where: { id },
      data: {
        status: "CANCELLED",
        cancelReason: reason,
        touchedLineIds: [],
        rowVersion: { increment: 1 },
        updatedAt: clock.now(),
      },
    });
    await closeWorkItemsOf(tx, id);
  }
  await tx.shortClose.updateMany({
    where: { contractId, status: "PENDING" },
    data: { status: "WITHDRAWN", decidedAt: clock.now(), rowVersion: { increment: 1 } },
  });
}
