import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import { addDays, type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { issuePreparation } from "@/lib/preparation/steps";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { linkedPreparation } from "./linked-preparation";
import { LOG_EVERY_DAYS } from "./policy";
import { assertRunning } from "./save-task";
import type { SignTaskInput } from "./schema";
import { assertStockRowsCovered } from "./submit-task";
import { taskContentHash } from "./task-content";
import { contractOfTask, lockTask, taskFacts, type WholeTask } from "./task-load";
import { assertTaskMove, moveTask } from "./task-move";
import { taskLineTitle } from "./titles";
import { defaultTracker } from "./trackers";

/**
 * The section chief signs: the notice is issued to production, its lines stand in the register (F07) with a tracker,
 * and the preparation order of a mixed contract is issued with it (R1.1.3-B1, B2, T1, T2, R1.1.3-P).
 */
export function signTask(
  actor: Actor,
  input: SignTaskInput,
  key: IdempotencyKey,
): Promise<{ taskId: string; docNo: string }> {
  return transactOnce({ key, actor, action: "task.sign", input }, async (tx) => {
    const contract = await lockContract(tx, await contractOfTask(tx, input.taskId));
    const task = { ...(await lockTask(tx, input.taskId)), rowVersion: input.rowVersion };
    const plan = assertTaskMove("sign", taskFacts(task), actor);
    assertRunning(contract);
    const preparation = await linkedPreparation(tx, task.id);
    if (preparation?.status === "PENDING_CHIEF") await issuePreparation(tx, actor, preparation.id);
    await assertStockRowsCovered(tx, contract.id);
    await sign(tx, actor, {
      permission: "production:sign",
      subjectType: "production_task",
      subjectId: task.id,
      step: "CHECKED",
      decision: "AGREE",
      comment: input.comment,
      revision: task.revision,
      contentHash: taskContentHash(task),
    });
    await moveTask(tx, task, plan.to, { issuedOn: toDbDate(clock.today()) });
    await openLines(tx, task);
    await closeWorkItem(tx, { kind: "production.sign", subjectId: task.id });
    await askProduction(tx, task);
    await recordAudit(tx, actor, {
      type: "task.issued",
      subjectType: "production_task",
      subjectId: task.id,
      details: { docNo: task.docNo ?? "", comment: input.comment },
    });
    return { taskId: task.id, docNo: task.docNo ?? "" };
  });
}

/** Every line becomes a row of the register, followed by the holder of the duty (R1.1.3-T1, T2). */
async function openLines(tx: Tx, task: WholeTask): Promise<void> {
  const tracker = await defaultTracker(tx);
  await tx.$executeRaw`
    update task_line set status = 'OPEN', expected_on = required_on, tracker_id = ${tracker?.id ?? null}::uuid,
      tracker_name = ${tracker?.name ?? ""}, row_version = row_version + 1
    where task_id = ${task.id}::uuid and status = 'WAITING'`;
  for (const line of task.lines) {
    await remindOfLog(tx, task, line, { from: clock.today(), trackerId: tracker?.id ?? null });
  }
}

/** Shows up when nothing was logged for seven days; every entry moves it on (F07). */
export function remindOfLog(
  tx: Tx,
  task: { docNo: string | null; contractNo: string },
  line: Parameters<typeof taskLineTitle>[1] & { id: string },
  { from, trackerId }: { from: CalendarDate; trackerId: string | null },
): Promise<void> {
  const dueOn = addDays(from, LOG_EVERY_DAYS);
  return openWorkItem(tx, {
    kind: "production.log",
    subjectType: "task_line",
    subjectId: line.id,
    title: taskLineTitle(task, line),
    ...(trackerId === null ? { duty: "PRODUCTION_TRACKING" as const } : { assigneeId: trackerId }),
    dueOn,
    visibleFromOn: dueOn,
  });
}

function askProduction(tx: Tx, task: WholeTask): Promise<void> {
  return openWorkItem(tx, {
    kind: "production.accept",
    subjectType: "production_task",
    subjectId: task.id,
    title: [task.docNo, task.contractNo, task.lines[0]?.productName].filter(Boolean).join(" "),
    role: "PRODUCTION",
    dueOn: clock.today(),
  });
}
