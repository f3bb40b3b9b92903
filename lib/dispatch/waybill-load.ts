import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import type { Prisma, Tx } from "@/lib/server/db";
import { type WaybillFacts, waybillLifecycle } from "./lifecycle";

const whole = {
  packingLists: { select: { packingListId: true } },
} as const satisfies Prisma.WaybillInclude;

export type WholeWaybill = Prisma.WaybillGetPayload<{ include: typeof whole }>;

/** The waybill under its row lock; throws `common.not_found`. */
export async function lockWaybill(tx: Tx, waybillId: string): Promise<WholeWaybill> {
  await tx.$queryRaw`select id from waybill where id = ${waybillId}::uuid for update`;
  const waybill = await tx.waybill.findUnique({ where: { id: waybillId }, include: whole });
  if (!waybill) throw new DomainError("common.not_found");
  return waybill;
}

type WaybillCommand = keyof typeof waybillLifecycle.transitions;

/** Throws `dispatch.<refusal>` when the command is not allowed now. */
export function assertMayMoveWaybill<C extends WaybillCommand>(
  command: C,
  facts: WaybillFacts,
  actor: Actor,
) {
  const plan = waybillLifecycle.plan(command, facts, actor, can);
  if (!plan.ok) throw new DomainError(`dispatch.${plan.refusal}`);
  return plan;
}

/** Compare-and-set on what was on the screen. */
export async function moveWaybill(
  tx: Tx,
  at: { waybillId: string; rowVersion: number },
  data: Prisma.WaybillUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.waybill.updateMany({
    where: { id: at.waybillId, rowVersion: at.rowVersion },
    data: { ...data, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

export function waybillTitle(waybill: {
  docNo: string | null;
  courierName: string;
  recipient: unknown;
}): string {
  const { company = "" } = waybill.recipient as { company?: string };
  return [waybill.docNo, waybill.courierName, company].filter(Boolean).join(" ");
}
