import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type TaskCommand, type TaskFacts, type TaskStatus, taskLifecycle } from "./lifecycle";

/** Throws `production.task_<refusal>` or `common.forbidden` when the command is not allowed to this person now. */
export function assertTaskMove<C extends TaskCommand>(command: C, facts: TaskFacts, actor: Actor) {
  const plan = taskLifecycle.plan(command, facts, actor, can);
  if (plan.ok) return plan;
  if (plan.refusal === "forbidden") throw new DomainError("common.forbidden");
  throw new DomainError(`production.task_${plan.refusal}`);
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveTask(
  tx: Tx,
  task: { id: string; status: TaskStatus; rowVersion: number },
  to: TaskStatus,
  data: Prisma.ProductionTaskUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.productionTask.updateMany({
    where: { id: task.id, status: task.status, rowVersion: task.rowVersion },
    data: { ...data, status: to, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}
