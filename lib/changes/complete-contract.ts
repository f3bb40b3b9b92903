import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { isUsedArchiveNo } from "@/lib/changes/archive-numbers";
import { lockCustomerAndContract } from "@/lib/changes/load";
import type { ArchiveContractInput, CompleteContractInput } from "@/lib/changes/schema";
import { factsOf } from "@/lib/contracts/load";
import { assertMayMove, moveContract } from "@/lib/contracts/move-contract";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { clearDemand } from "@/lib/stock/record-demand";
import { releaseContractReservations } from "@/lib/stock/release-reservation";

/**
 * The registrar confirms that the contract is complete (rules 5.1): everything delivered or short closed, no paper,
 * production notice or preparation order open. What is still reserved for it is free again.
 * Throws `contracts.<guard>`.
 */
export function completeContract(
  actor: Actor,
  input: CompleteContractInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.complete", input }, async (tx) => {
    const contract = await lockCustomerAndContract(tx, input.contractId);
    const plan = assertMayMove("complete", await factsOf(tx, contract), actor);
    await moveContract(tx, input, plan, {
      completedAt: clock.now(),
      completedByName: actor.name,
    });
    await clearDemand(tx, contract.id);
    await releaseContractReservations(tx, contract.id);
    await closeWorkItemsOf(tx, contract.id);
    await recordAudit(tx, actor, {
      type: "contract.completed",
      subjectType: "contract",
      subjectId: contract.id,
      details: { comment: input.comment },
    });
    return { id: contract.id };
  });
}

const ENDED: readonly string[] = ["VOIDED", "TERMINATED"];

/**
 * The file goes to the archive under its number (F39): a completed contract is ARCHIVED; one that was voided or
 * terminated keeps its status. Throws `changes.archive_no_used`.
 */
export function archiveContract(
  actor: Actor,
  input: ArchiveContractInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.archive", input }, async (tx) => {
    requirePermission(actor, "contract:archive");
    const contract = await lockCustomerAndContract(tx, input.contractId);
    if (input.archivedOn > clock.today()) {
      throw new DomainError("common.invalid_input", undefined, [
        { path: "archivedOn", code: "common.date_in_future" },
      ]);
    }
    if (await isUsedArchiveNo(tx, input.archiveNo, contract.id)) {
      const details = { archiveNo: input.archiveNo };
      throw new DomainError("changes.archive_no_used", details, [
        { path: "archiveNo", code: "changes.archive_no_used", details },
      ]);
    }
    const data = {
      archiveNo: input.archiveNo,
      archivedOn: toDbDate(input.archivedOn as CalendarDate),
    };
    const { status } = contract;
    const isEnded = ENDED.includes(status);
    const plan = isEnded
      ? { from: status, to: status }
      : assertMayMove("archive", await factsOf(tx, contract), actor);
    await moveContract(tx, input, plan, data);
    await recordAudit(tx, actor, {
      type: "contract.archived",
      subjectType: "contract",
      subjectId: contract.id,
      details: { archiveNo: input.archiveNo },
    });
    return { id: contract.id };
  });
}
