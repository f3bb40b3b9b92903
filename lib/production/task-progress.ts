import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { changeLine, type WholeLine } from "./line-load";
import { writeLog } from "./log-task";

/**
 * Goods of a task line came in (F27 to F07): received quantity, numbers, PARTIAL or DONE; the notice is DONE with its
 * last line. A cancelled line only remembers what came. Transaction step with the task line locked.
 */
export async function noteReceived(
  tx: Tx,
  actor: Actor,
  line: WholeLine,
  { quantity, docNo }: { quantity: Quantity; docNo: string },
): Promise<void> {
  const receivedQty = Quantity.of(line.receivedQty).plus(quantity);
  const isOpen = line.status === "OPEN" || line.status === "PARTIAL";
  const isDone = isOpen && !receivedQty.isLessThan(Quantity.of(line.quantity));
  const finishedQty = receivedQty.max(Quantity.of(line.finishedQty));
  await changeLine(tx, line, {
    receivedQty: receivedQty.toString(),
    finishedQty: finishedQty.toString(),
    inboundNos: [line.inboundNos, docNo].filter(Boolean).join("、").slice(-300),
    ...(isOpen ? { status: isDone ? ("DONE" as const) : ("PARTIAL" as const) } : {}),
    ...(isDone ? { stage: "FINISHED" as const, finishedOn: toDbDate(clock.today()) } : {}),
    lastLoggedAt: clock.now(),
  });
  await writeLog(tx, actor, line.id, {
    stage: isDone ? "FINISHED" : line.stage,
    doneQty: finishedQty,
    contactPerson: "",
    content: docNo,
    newExpectedOn: null,
    delayReason: "",
  });
  if (!isDone) return;
  await closeWorkItemsOf(tx, line.id);
  await finishTask(tx, actor, line);
}

/** The notice is over when none of its lines is open. */
async function finishTask(tx: Tx, actor: Actor, { task }: WholeLine): Promise<void> {
  await tx.$queryRaw`select id from production_task where id = ${task.id}::uuid for update`;
  const open = await tx.taskLine.count({
    where: { taskId: task.id, status: { in: ["WAITING", "OPEN", "PARTIAL"] } },
  });
  if (open > 0) return;
  const { count } = await tx.productionTask.updateMany({
    where: { id: task.id, status: "ACCEPTED" },
    data: { status: "DONE", rowVersion: { increment: 1 } },
  });
  if (count === 0) return;
  await closeWorkItemsOf(tx, task.id);
  await recordAudit(tx, actor, {
    type: "task.finished",
    subjectType: "production_task",
    subjectId: task.id,
    details: { docNo: task.docNo ?? "" },
  });
}
