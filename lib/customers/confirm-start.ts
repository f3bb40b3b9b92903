import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { findCooperationStart } from "./cooperation";
import { lockCustomer } from "./lock-customer";
import type { ConfirmStartInput } from "./schema";

/**
 * The section chief confirms, with evidence, since when the customer has bought; the tenure counts from then
 * (rules 5.3, 5.9). Throws `customers.start_in_future`, `customers.start_after_first_contract`,
 * `customers.merged_already`, `common.changed_meanwhile`.
 */
export function confirmStart(
  actor: Actor,
  input: ConfirmStartInput,
  key: IdempotencyKey,
): Promise<void> {
  requirePermission(actor, "customer:confirm_start");
  return transactOnce({ key, actor, action: "confirm_start", input }, async (tx) => {
    const startOn = calendarDate(input.startOn);
    if (startOn > clock.today()) refuse("customers.start_in_future");
    await lockCustomer(tx, input.id);
    const { mergedIntoId } = await tx.customer.findUniqueOrThrow({
      where: { id: input.id },
      select: { mergedIntoId: true },
    });
    if (mergedIntoId !== null) throw new DomainError("customers.merged_already");
    const before = await findCooperationStart(tx, input.id);
    const { count } = await tx.customer.updateMany({
      where: { id: input.id, rowVersion: input.rowVersion, mergedIntoId: null },
      data: {
        legacyStartOn: null,
        legacyConfirmedAt: null,
        rowVersion: { increment: 1 },
      },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    const firstContractOn = await findCooperationStart(tx, input.id);
    if (firstContractOn !== null && startOn > firstContractOn) {
      refuse("customers.start_after_first_contract", { date: firstContractOn });
    }
    await tx.customer.update({
      where: { id: input.id },
      data: {
        legacyStartOn: toDbDate(startOn),
        legacyEvidence: input.evidence,
        legacyConfirmedById: actor.id,
        legacyConfirmedAt: clock.now(),
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      type: "customer.start_confirmed",
      subjectType: "customer",
      subjectId: input.id,
      details: { start: { before, after: startOn }, evidence: input.evidence },
    });
  });
}

function refuse(code: string, details: Record<string, string> = {}): never {
  throw new DomainError(code, details, [{ path: "startOn", code, details }]);
}
