import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { lockCustomer } from "@/lib/customers/lock-customer";
import type { Prisma, Tx } from "@/lib/server/db";
import { lockSlip, type WholeSlip } from "@/lib/shipping/slip-load";
import { type WalkInCommand, type WalkInFacts, walkInLifecycle } from "./lifecycle";

const whole = { lines: { orderBy: { lineNo: "asc" } } } as const satisfies Prisma.WalkInInclude;
export type WholeWalkIn = Prisma.WalkInGetPayload<{ include: typeof whole }>;

export function findWalkIn(client: Tx, id: string): Promise<WholeWalkIn | null> {
  return client.walkIn.findUnique({ where: { id }, include: whole });
}

export type LockedWalkIn = { walkIn: WholeWalkIn; slip: WholeSlip };

/**
 * Customer, slip and pickup, locked in this order, as the person saw the pickup. Throws `common.not_found`,
 * `common.changed_meanwhile`.
 */
export async function lockWalkIn(
  tx: Tx,
  { walkInId, rowVersion }: { walkInId: string; rowVersion: number },
): Promise<LockedWalkIn> {
  const place = await tx.walkIn.findUnique({
    where: { id: walkInId },
    select: { customerId: true, slipId: true },
  });
  if (!place?.slipId) throw new DomainError("common.not_found");
  await lockCustomer(tx, place.customerId);
  const slip = await lockSlip(tx, place.slipId);
  await tx.$queryRaw`select id from walk_in where id = ${walkInId}::uuid for update`;
  const walkIn = await findWalkIn(tx, walkInId);
  if (!walkIn) throw new DomainError("common.not_found");
  if (walkIn.rowVersion !== rowVersion) throw new DomainError("common.changed_meanwhile");
  return { walkIn, slip };
}

export function walkInFacts(walkIn: WholeWalkIn): WalkInFacts {
  return {
    status: walkIn.status,
    preparedById: walkIn.preparedById,
    countedByClerkId: walkIn.countedByClerkId,
    countedByKeeperId: walkIn.countedByKeeperId,
  };
}

/** Throws `common.forbidden` or `walkin.<refusal>` when the command is not allowed to this person now. */
export function assertWalkInMove<C extends WalkInCommand>(
  command: C,
  walkIn: WholeWalkIn,
  actor: Actor,
) {
  const plan = walkInLifecycle.plan(command, walkInFacts(walkIn), actor, can);
  if (plan.ok) return plan;
  if (plan.refusal === "forbidden") throw new DomainError("common.forbidden");
  throw new DomainError(`walkin.${plan.refusal}`);
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveWalkIn(
  tx: Tx,
  walkIn: Pick<WholeWalkIn, "id" | "status" | "rowVersion">,
  to: WholeWalkIn["status"],
  data: Prisma.WalkInUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.walkIn.updateMany({
    where: { id: walkIn.id, status: walkIn.status, rowVersion: walkIn.rowVersion },
    data: { ...data, status: to, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}
