import "server-only";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import type { Prisma, Tx } from "@/lib/server/db";

const whole = { task: true } as const satisfies Prisma.TaskLineInclude;

export type WholeLine = Prisma.TaskLineGetPayload<{ include: typeof whole }>;

/** A row of the register under a row lock, with its notice; throws `common.not_found`. */
export async function lockTaskLine(tx: Tx, taskLineId: string): Promise<WholeLine> {
  await tx.$queryRaw`select id from task_line where id = ${taskLineId}::uuid for update`;
  const line = await tx.taskLine.findUnique({ where: { id: taskLineId }, include: whole });
  if (!line) throw new DomainError("common.not_found");
  return line;
}

/** Throws `common.forbidden`, or `production.line_not_open` for a row that is waiting, done or cancelled. */
export function assertLineOpen(line: WholeLine, actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new DomainError("common.forbidden");
  if (line.status === "OPEN" || line.status === "PARTIAL") return;
  throw new DomainError("production.line_not_open");
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function changeLine(
  tx: Tx,
  { id, rowVersion }: { id: string; rowVersion: number },
  data: Prisma.TaskLineUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.taskLine.updateMany({
    where: { id, rowVersion },
    data: { ...data, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}
