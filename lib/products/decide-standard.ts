import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import type { DecideStandardInput, SetProductActiveInput } from "./schema";

/**
 * A technician or the section chief says whether a product is standard, since when it has been made, and who
 * answers questions about it (Q45). Throws `products.drawing_missing`, `common.changed_meanwhile`.
 */
export function decideStandard(
  actor: Actor,
  input: DecideStandardInput,
  key: IdempotencyKey,
): Promise<void> {
  requirePermission(actor, "product:standard");
  return transactOnce({ key, actor, action: "decide_standard", input }, async (tx) => {
    const before = await tx.product.findUnique({
      where: { id: input.id },
      select: { isStandard: true, firstProducedOn: true, specialistId: true, drawingNo: true },
    });
    if (!before) throw new DomainError("common.not_found");
    if (!input.isStandard && before.drawingNo === "") {
      const code = "products.drawing_missing";
      throw new DomainError(code, undefined, [{ path: "isStandard", code }]);
    }
    const { isStandard, specialistId } = input;
    const firstProducedOn =
      input.firstProducedOn === null ? null : toDbDate(calendarDate(input.firstProducedOn));
    const { count } = await tx.product.updateMany({
      where: { id: input.id, rowVersion: input.rowVersion },
      data: {
        isStandard,
        specialistId,
        firstProducedOn,
        updatedAt: clock.now(),
        rowVersion: { increment: 1 },
      },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await recordAudit(tx, actor, {
      type: "product.standard_decided",
      subjectType: "product",
      subjectId: input.id,
      details: fieldChanges(
        { ...before, firstProducedOn: dayText(before.firstProducedOn) },
        { isStandard, specialistId, firstProducedOn: input.firstProducedOn },
      ),
    });
  });
}

const dayText = (day: Date | null) => day?.toISOString().slice(0, 10) ?? null;

/** Takes a product off the list for new orders, or puts it back; nothing is deleted. */
export function setProductActive(
  actor: Actor,
  input: SetProductActiveInput,
  key: IdempotencyKey,
): Promise<void> {
  requirePermission(actor, "product:edit");
  return transactOnce({ key, actor, action: "set_product_active", input }, async (tx) => {
    const { count } = await tx.product.updateMany({
      where: { id: input.id, rowVersion: input.rowVersion, active: !input.active },
      data: { active: input.active, updatedAt: clock.now(), rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await recordAudit(tx, actor, {
      type: input.active ? "product.activated" : "product.deactivated",
      subjectType: "product",
      subjectId: input.id,
      details: { reason: input.comment },
    });
  });
}
