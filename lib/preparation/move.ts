import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type PreparationCommand, type PreparationStatus, preparationLifecycle } from "./lifecycle";
import { preparationFacts, type WholePreparation } from "./load";

/** Throws `preparation.<refusal>` when the command is not allowed to this person now. */
export async function assertPreparationMove<C extends PreparationCommand>(
  tx: Tx,
  command: C,
  order: WholePreparation,
  actor: Actor,
) {
  const plan = preparationLifecycle.plan(command, await preparationFacts(tx, order), actor, can);
  if (plan.ok) return plan;
  if (plan.refusal === "forbidden") throw new DomainError("common.forbidden");
  throw new DomainError(`preparation.${plan.refusal}`);
}

/** Compare-and-set on what was read under the lock; throws `common.changed_meanwhile`. */
export async function movePreparation(
  tx: Tx,
  order: { id: string; status: PreparationStatus; rowVersion: number },
  to: PreparationStatus,
  data: Prisma.PreparationOrderUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.preparationOrder.updateMany({
    where: { id: order.id, status: order.status, rowVersion: order.rowVersion },
    data: { ...data, status: to, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}
