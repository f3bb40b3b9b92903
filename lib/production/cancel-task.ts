import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import { cancelPreparation } from "@/lib/preparation/follow-task";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { linkedPreparation } from "./linked-preparation";
import type { CancelTaskInput } from "./schema";
import { endTask } from "./steps";
import { contractOfTask, lockTask, taskFacts } from "./task-load";
import { assertTaskMove } from "./task-move";

/**
 * The preparer or the chief cancels a notice; what production has not delivered may be tasked again (F06 取消). The
 * preparation order of the same step ends with it where that is asked for. Throws `preparation.nothing_on_notice`.
 */
export function cancelTask(
  actor: Actor,
  input: CancelTaskInput,
  key: IdempotencyKey,
): Promise<{ taskId: string }> {
  return transactOnce({ key, actor, action: "task.cancel", input }, async (tx) => {
    const contract = await lockContract(tx, await contractOfTask(tx, input.taskId));
    const task = { ...(await lockTask(tx, input.taskId)), rowVersion: input.rowVersion };
    assertTaskMove("cancel", taskFacts(task), actor);
    const preparation = input.withPreparation ? await linkedPreparation(tx, task.id) : null;
    if (preparation) await cancelPreparation(tx, actor, preparation.id, input.comment);
    await endTask(tx, actor, task, input.comment);
    await refreshTaskItem(tx, contract.id);
    return { taskId: task.id };
  });
}
