import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { followWalkIn } from "./follow-walk-in";
import { type SlipCommand, type SlipFacts, type SlipStatus, slipLifecycle } from "./slip-lifecycle";

/** Throws `shipping.slip_<refusal>` when the command is not allowed to this person now. */
export function assertSlipMove<C extends SlipCommand>(command: C, facts: SlipFacts, actor: Actor) {
  const plan = slipLifecycle.plan(command, facts, actor, can);
  if (plan.ok) return plan;
  if (plan.refusal === "forbidden") throw new DomainError("common.forbidden");
  if (plan.refusal === "exception_explained") {
    const issues = [{ path: "exceptionReason", code: "shipping.exception_reason_required" }];
    throw new DomainError("shipping.exception_reason_required", undefined, issues);
  }
  if (plan.refusal === "already_handed_over") throw new DomainError("shipping.already_handed_over");
  throw new DomainError(`shipping.slip_${plan.refusal}`);
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveSlip(
  tx: Tx,
  slip: { id: string; status: SlipStatus; rowVersion: number; walkInId?: string | null },
  to: SlipStatus,
  data: Prisma.OutboundSlipUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.outboundSlip.updateMany({
    where: { id: slip.id, status: slip.status, rowVersion: slip.rowVersion },
    data: { ...data, status: to, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  if (slip.walkInId) await followWalkIn(tx, slip.walkInId, to, String(data.cancelReason ?? ""));
}
