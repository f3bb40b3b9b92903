import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { noteTasked } from "@/lib/contracts/production-progress";
import { Quantity } from "@/lib/core/quantity";
import { openAcknowledgement } from "@/lib/records/acknowledgements";
import { recordAudit } from "@/lib/server/audit";
import type { Tx } from "@/lib/server/db";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { lockTask, type WholeTask } from "./task-load";
import { moveTask } from "./task-move";

/**
 * The contract was voided or terminated: its notices that are not finished end, and production acknowledges those that
 * it holds (rules 5.1). Transaction step with the contract locked.
 */
export async function cancelTasksOf(
  tx: Tx,
  actor: Actor,
  contractId: string,
  reason: string,
): Promise<void> {
  const open = await tx.productionTask.findMany({
    where: { contractId, status: { in: ["DRAFT", "PENDING_CHIEF", "ISSUED", "ACCEPTED"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of open) await endTask(tx, actor, await lockTask(tx, id), reason);
}

/**
 * A notice ends before it is finished: lines that delivered nothing are cancelled, the others are over with what came;
 * the rest is no longer tasked. What lies in inspection comes in as free stock. Transaction step, contract and notice
 * locked.
 */
export async function endTask(
  tx: Tx,
  actor: Actor,
  task: WholeTask,
  reason: string,
): Promise<void> {
  const wasHeld = task.status === "ISSUED" || task.status === "ACCEPTED";
  if (wasHeld || task.status === "PENDING_CHIEF") await noteTasked(tx, unreceived(task));
  await tx.$executeRaw`
    update task_line set status = (case when received_qty > 0 then 'DONE' else 'CANCELLED' end)::task_line_status,
      row_version = row_version + 1
    where task_id = ${task.id}::uuid and status in ('WAITING', 'OPEN', 'PARTIAL')`;
  await moveTask(tx, task, "CANCELLED", { cancelReason: reason.slice(0, 200) });
  await closeWorkItemsOf(tx, task.id);
  for (const { id } of task.lines) await closeWorkItemsOf(tx, id);
  if (wasHeld) await tellProduction(tx, actor, task, reason);
  await recordAudit(tx, actor, {
    type: "task.cancelled",
    subjectType: "production_task",
    subjectId: task.id,
    details: { docNo: task.docNo ?? "", reason },
  });
}

/** Of each line's share for the contract, what has not come in: negative, to be given back. */
function unreceived(task: WholeTask) {
  return task.lines.flatMap(({ contractLineId, quantity, extraQty, receivedQty, status }) => {
    if (contractLineId === null || status === "DONE" || status === "CANCELLED") return [];
    const share = Quantity.of(quantity).minus(Quantity.of(extraQty));
    const left = share.minus(share.min(Quantity.of(receivedQty)));
    return [{ contractLineId, quantity: left.negated() }];
  });
}

async function tellProduction(
  tx: Tx,
  actor: Actor,
  task: WholeTask,
  reason: string,
): Promise<void> {
  await openAcknowledgement(tx, actor, {
    subjectType: "production_task",
    subjectId: task.id,
    contractId: task.contractId,
    holder: "PRODUCTION",
    paperType: "production_task",
    paperId: task.id,
    paperNo: task.docNo ?? "",
    what: {
      zh: `生产任务通知单 ${task.docNo ?? ""} 取消`,
      en: `Production notice ${task.docNo ?? ""} is cancelled`,
    },
    reason,
  });
}
