import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { lockOpenIntake } from "@/lib/intake/lock-open";
import type { CloseIntakeInput } from "@/lib/intake/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItemsOf } from "@/lib/server/work-items";

/**
 * A record ends with an outcome and a reason; it is never deleted (R1.1.1-d). Throws `common.not_found`,
 * `intake.already_closed`, `common.changed_meanwhile`, `intake.category_missing`.
 */
export function closeIntake(
  actor: Actor,
  input: CloseIntakeInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "intake.close", input }, async (tx) => {
    await lockOpenIntake(tx, actor, input.intakeId);
    if (input.outcome === "QUOTED") await assertCategoryKnown(tx, input.intakeId);
    const { count } = await tx.intake.updateMany({
      where: { id: input.intakeId, status: "OPEN", rowVersion: input.rowVersion },
      data: {
        status: "CLOSED",
        outcome: input.outcome,
        closeReason: input.reason,
        closedById: actor.id,
        closedAt: clock.now(),
        rowVersion: { increment: 1 },
      },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await closeWorkItemsOf(tx, input.intakeId);
    await recordAudit(tx, actor, {
      type: "intake.closed",
      subjectType: "intake",
      subjectId: input.intakeId,
      details: { outcome: input.outcome, reason: input.reason },
    });
    return { id: input.intakeId };
  });
}

/** What kind of customer it is decides the price level, so it is known before anything is quoted (R2.1.1-b). */
async function assertCategoryKnown(tx: Tx, id: string): Promise<void> {
  const { customerId, customerCategory } = await tx.intake.findUniqueOrThrow({
    where: { id },
    select: { customerId: true, customerCategory: true },
  });
  if (customerId !== null || customerCategory !== null) return;
  throw new DomainError("common.invalid_input", undefined, [
    { path: "outcome", code: "intake.category_missing" },
  ]);
}
