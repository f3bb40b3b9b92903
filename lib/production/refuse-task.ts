import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import { noteTasked } from "@/lib/contracts/production-progress";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import { withdrawPreparation } from "@/lib/preparation/follow-task";
import { returnPreparation } from "@/lib/preparation/steps";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign, voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { linkedPreparation } from "./linked-preparation";
import type { RefuseTaskInput, TaskInput } from "./schema";
import { taskContentHash } from "./task-content";
import { claimsOf } from "./task-lines";
import { contractOfTask, lockTask, taskFacts, type WholeTask } from "./task-load";
import { assertTaskMove, moveTask } from "./task-move";
import { taskTitle } from "./titles";

type Answer = { taskId: string };

/** The chief sends the notice back: a draft again, signatures void, number kept, quantities given back (rules 5.5). */
export function returnTask(
  actor: Actor,
  input: RefuseTaskInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "task.return", input }, async (tx) => {
    const task = await lockForChief(tx, input);
    const plan = assertTaskMove("return", taskFacts(task), actor);
    await signRefusal(tx, actor, task, { decision: "RETURN", comment: input.comment });
    await giveBack(tx, actor, task, input.comment);
    await moveTask(tx, task, plan.to, { revision: { increment: 1 } });
    await openWorkItem(tx, {
      kind: "production.returned",
      subjectType: "production_task",
      subjectId: task.id,
      title: taskTitle(task),
      assigneeId: task.preparedById,
      dueOn: clock.today(),
    });
    await audit(tx, actor, "task.returned", task, input.comment);
    return { taskId: task.id };
  });
}

/** The chief refuses the notice for good; its quantities may be tasked again. */
export function rejectTask(
  actor: Actor,
  input: RefuseTaskInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "task.reject", input }, async (tx) => {
    const task = await lockForChief(tx, input);
    const plan = assertTaskMove("reject", taskFacts(task), actor);
    await signRefusal(tx, actor, task, { decision: "REJECT", comment: input.comment });
    await giveBack(tx, actor, task, input.comment);
    await moveTask(tx, task, plan.to, { cancelReason: input.comment });
    await tx.taskLine.updateMany({ where: { taskId: task.id }, data: { status: "CANCELLED" } });
    await audit(tx, actor, "task.rejected", task, input.comment);
    return { taskId: task.id };
  });
}

/** The clerk takes the notice back before the chief has signed, and the preparation order that was sent with it. */
export function withdrawTask(actor: Actor, input: TaskInput, key: IdempotencyKey): Promise<Answer> {
  return transactOnce({ key, actor, action: "task.withdraw", input }, async (tx) => {
    const task = await lockForChief(tx, input);
    const plan = assertTaskMove("withdraw", taskFacts(task), actor);
    await voidSignatures(tx, task.id);
    await noteTasked(tx, claimsOf(task, -1));
    if (task.contractId) await refreshTaskItem(tx, task.contractId);
    await closeWorkItemsOf(tx, task.id);
    const preparation = await linkedPreparation(tx, task.id);
    if (preparation?.status === "PENDING_CHIEF")
      await withdrawPreparation(tx, actor, preparation.id);
    await moveTask(tx, task, plan.to, { revision: { increment: 1 } });
    await audit(tx, actor, "task.withdrawn", task, "");
    return { taskId: task.id };
  });
}

async function lockForChief(tx: Tx, input: TaskInput): Promise<WholeTask> {
  await lockContract(tx, await contractOfTask(tx, input.taskId));
  return { ...(await lockTask(tx, input.taskId)), rowVersion: input.rowVersion };
}

/** Signatures are void, the contract's quantities free, and the preparation order goes back with the notice. */
async function giveBack(tx: Tx, actor: Actor, task: WholeTask, comment: string): Promise<void> {
  await voidSignatures(tx, task.id);
  await noteTasked(tx, claimsOf(task, -1));
  if (task.contractId) await refreshTaskItem(tx, task.contractId);
  await closeWorkItemsOf(tx, task.id);
  const preparation = await linkedPreparation(tx, task.id);
  if (preparation?.status === "PENDING_CHIEF")
    await returnPreparation(tx, actor, preparation.id, comment);
}

function signRefusal(
  tx: Tx,
  actor: Actor,
  task: WholeTask,
  { decision, comment }: { decision: "RETURN" | "REJECT"; comment: string },
): Promise<string> {
  return sign(tx, actor, {
    permission: "production:sign",
    subjectType: "production_task",
    subjectId: task.id,
    step: "CHECKED",
    decision,
    comment,
    revision: task.revision,
    contentHash: taskContentHash(task),
  });
}

function audit(tx: Tx, actor: Actor, type: string, task: WholeTask, comment: string) {
  return recordAudit(tx, actor, {
    type,
    subjectType: "production_task",
    subjectId: task.id,
    details: { docNo: task.docNo ?? "", comment },
  });
}
