import "server-only";
import { fromDbDate } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { delayDays } from "./policy";
import { taskLineTitle } from "./titles";

const dateOf = (value: Date | null) => (value === null ? null : fromDbDate(value));

/**
 * While the expected date lies after the contract's, the clerk must tell the customer (F07); once told, until the date
 * moves again. Call after every change of a line's expected date; a new date makes `customerInformedAt` stale.
 */
export async function refreshInformItem(tx: Tx, taskLineId: string): Promise<void> {
  const line = await tx.taskLine.findUniqueOrThrow({
    where: { id: taskLineId },
    include: { task: true },
  });
  const late = delayDays(dateOf(line.expectedOn), dateOf(line.contractDueOn)) > 0;
  const isOpen = line.status === "OPEN" || line.status === "PARTIAL";
  if (!late || !isOpen || line.customerInformedAt !== null) {
    await closeWorkItem(tx, { kind: "production.inform_customer", subjectId: taskLineId });
    return;
  }
  await openWorkItem(tx, {
    kind: "production.inform_customer",
    subjectType: "task_line",
    subjectId: taskLineId,
    title: [taskLineTitle(line.task, line), line.task.customerName].filter(Boolean).join(" "),
    assigneeId: line.task.preparedById,
    dueOn: clock.today(),
  });
}
