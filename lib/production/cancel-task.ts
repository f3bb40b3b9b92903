import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import type { RefuseTaskInput } from "./schema";
import { endTask } from "./steps";
import { contractOfTask, lockTask, taskFacts } from "./task-load";
import { assertTaskMove } from "./task-move";

/** The preparer or the chief cancels a notice; what production has not delivered may be tasked again (F06 取消). */
export function cancelTask(
  actor: Actor,
  input: RefuseTaskInput,
  key: IdempotencyKey,
): Promise<{ taskId: string }> {
  return transactOnce({ key, actor, action: "task.cancel", input }, async (tx) => {
    const contract = await lockContract(tx, await contractOfTask(tx, input.taskId));
    const task = { ...(await lockTask(tx, input.taskId)), rowVersion: input.rowVersion };
    assertTaskMove("cancel", taskFacts(task), actor);
    await endTask(tx, actor, task, input.comment);
    await refreshTaskItem(tx, contract.id);
    return { taskId: task.id };
  });
}
