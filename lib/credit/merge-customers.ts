import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { mergeFiles } from "@/lib/customers/merge-step";
import type { MergeCustomersInput } from "@/lib/customers/schema";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { standingExposure } from "./policy";
import { creditFacts } from "./queries";

/**
 * The section chief joins two files of one customer; the duplicate stays as a pointer (F23). A file with
 * contracts, money or a pending change of terms is the one to keep: both figures must not be mixed afterwards.
 * Stands on this floor because it looks at the account. Throws `customers.merge_*`, `common.changed_meanwhile`.
 */
export function mergeCustomers(
  actor: Actor,
  input: MergeCustomersInput,
  key: IdempotencyKey,
): Promise<{ survivorId: string }> {
  requirePermission(actor, "customer:merge");
  return transactOnce({ key, actor, action: "merge_customers", input }, async (tx) => {
    const { duplicate, survivor } = await mergeFiles(tx, actor, input);
    const standing = await creditFacts(tx, input.duplicateId);
    const hasMoney = !standingExposure(standing).isZero() || !standing.onAccount.isZero();
    if (hasMoney) throw new DomainError("customers.merge_has_money", { name: duplicate.name });
    const pending = await tx.termChange.count({
      where: {
        customerId: input.duplicateId,
        status: { in: ["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR"] },
      },
    });
    if (pending > 0) throw new DomainError("customers.merge_has_terms", { name: duplicate.name });
    await recordAudit(tx, actor, {
      type: "customer.merged",
      subjectType: "customer",
      subjectId: input.duplicateId,
      details: { into: survivor.customerCode, reason: input.reason },
    });
    await recordAudit(tx, actor, {
      type: "customer.took_over",
      subjectType: "customer",
      subjectId: input.survivorId,
      details: { from: duplicate.customerCode, name: duplicate.name, reason: input.reason },
    });
    return { survivorId: input.survivorId };
  });
}
