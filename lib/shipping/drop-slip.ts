import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { changeOpenPapers } from "@/lib/contracts/progress";
import { releaseCommitment } from "@/lib/credit/commitments";
import { recordAudit } from "@/lib/server/audit";
import type { Tx } from "@/lib/server/db";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { noteOnNotice, settleNotice } from "./notice-slips";
import { held } from "./slip-lines";
import type { WholeSlip } from "./slip-load";
import { moveSlip } from "./slip-move";

/**
 * A slip that was not posted ends: its quantity goes back to the notice, its commitment is gone, the number stays
 * (rules 5.5). Transaction step, with customer, contract, notice and slip locked.
 */
export async function dropSlip(
  tx: Tx,
  actor: Actor,
  slip: WholeSlip,
  { to, reason }: { to: "CANCELLED" | "REJECTED"; reason: string },
): Promise<void> {
  await moveSlip(tx, slip, to, { cancelReason: reason.slice(0, 200) });
  await noteOnNotice(tx, held(slip.lines, -1));
  await releaseCommitment(tx, slip.id);
  if (slip.contractId) await changeOpenPapers(tx, slip.contractId, -1);
  if (slip.noticeId) await settleNotice(tx, slip.noticeId);
  await closeWorkItemsOf(tx, slip.id);
  await recordAudit(tx, actor, {
    type: to === "CANCELLED" ? "slip.cancelled" : "slip.rejected",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    details: { docNo: slip.docNo ?? "", reason },
  });
}
