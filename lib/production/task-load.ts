import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import type { Prisma, Tx } from "@/lib/server/db";
import type { TaskFacts } from "./lifecycle";

const whole = {
  lines: { orderBy: { lineNo: "asc" } },
} as const satisfies Prisma.ProductionTaskInclude;

export type WholeTask = Prisma.ProductionTaskGetPayload<{ include: typeof whole }>;

/** The contract of a task notice, to be locked before it; throws `common.not_found`. */
export async function contractOfTask(tx: Tx, taskId: string): Promise<string> {
  const task = await tx.productionTask.findUnique({
    where: { id: taskId },
    select: { contractId: true },
  });
  if (!task?.contractId) throw new DomainError("common.not_found");
  return task.contractId;
}

/** The notice with its lines under a row lock; throws `common.not_found`. */
export async function lockTask(tx: Tx, taskId: string): Promise<WholeTask> {
  await tx.$queryRaw`select id from production_task where id = ${taskId}::uuid for update`;
  const task = await findTask(tx, taskId);
  if (!task) throw new DomainError("common.not_found");
  return task;
}

export function findTask(client: Tx, taskId: string): Promise<WholeTask | null> {
  return client.productionTask.findUnique({ where: { id: taskId }, include: whole });
}

export function taskFacts(task: WholeTask): TaskFacts {
  return {
    status: task.status,
    preparedById: task.preparedById,
    lineCount: task.lines.length,
    priorRecorded:
      task.priorPerson !== "" && task.priorOn !== null && task.priorPromisedOn !== null,
  };
}
