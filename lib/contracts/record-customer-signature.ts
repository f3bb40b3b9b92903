import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import type { CustomerSignatureInput } from "@/lib/contracts/schema";
import { countSignatureScans } from "@/lib/contracts/signature-scans";
import { startExecution } from "@/lib/contracts/start-execution";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";

/**
 * The countersigned copy or the customer's written confirmation has come (R1.2.1-a, Q05); its scan must be attached
 * to the contract before. May bring the contract into execution. After a waiver it is recorded all the same.
 */
export function recordCustomerSignature(
  actor: Actor,
  input: CustomerSignatureInput,
  key: IdempotencyKey,
): Promise<{ id: string; executing: boolean }> {
  return transactOnce({ key, actor, action: "contract.customer_signature", input }, async (tx) => {
    const contract = await lockContract(tx, input.contractId);
    if (contract.form !== "FORMAL") throw new DomainError("contracts.verbal_needs_no_signature");
    if (contract.status !== "EFFECTIVE" && contract.status !== "EXECUTING")
      throw new DomainError("contracts.wrong_status");
    if (contract.signedByCustomerOn !== null) throw new DomainError("contracts.already_signed");
    if (input.signedOn > clock.today()) {
      throw new DomainError("common.invalid_input", undefined, [
        { path: "signedOn", code: "common.date_in_future" },
      ]);
    }
    if ((await countSignatureScans(tx, contract)) === 0)
      throw new DomainError("contracts.signature_scan_missing");
    const { count } = await tx.contract.updateMany({
      where: { id: contract.id, rowVersion: input.rowVersion, signedByCustomerOn: null },
      data: {
        signedByCustomerOn: toDbDate(input.signedOn as CalendarDate),
        signedByCustomerHow: input.how,
        rowVersion: { increment: 1 },
      },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await recordAudit(tx, actor, {
      type: "contract.customer_signed",
      subjectType: "contract",
      subjectId: contract.id,
      details: { signedOn: input.signedOn, how: input.how },
    });
    return { id: contract.id, executing: await startExecution(tx, actor, contract.id) };
  });
}
