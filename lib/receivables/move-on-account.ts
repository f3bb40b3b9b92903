import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { allocateReceipt } from "@/lib/receivables/allocate";
import type { AfterConfirm } from "@/lib/receivables/confirm-receipt";
import { lockPayableContracts } from "@/lib/receivables/contract-facts";
import { lockCustomerAccount } from "@/lib/receivables/lock-account";
import type { AllocationInput, MoveOnAccountInput } from "@/lib/receivables/schema";
import { type Unspent, unspentReceipts } from "@/lib/receivables/unspent-receipts";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";

/**
 * Finance moves on-account money to contracts or deliveries (rules 5.4); the receipts that came in first are used
 * first. The ledger does not change: the money was credited when it came. Throws `receivables.over_on_account`,
 * `receivables.contract_not_payable`, `receivables.over_open_amount`.
 */
export function moveOnAccount(
  actor: Actor,
  input: MoveOnAccountInput,
  key: IdempotencyKey,
  afterConfirm: AfterConfirm,
): Promise<{ customerId: string }> {
  return transactOnce({ key, actor, action: "moveOnAccount", input }, async (tx) => {
    if (!can(actor, "receipt:confirm")) throw new DomainError("common.forbidden");
    const { customerId, allocations, reason } = input;
    await lockCustomerAccount(tx, customerId, clock.today());
    const contractIds = [
      ...new Set(allocations.flatMap(({ contractId }) => contractId ?? [])),
    ].sort();
    await lockPayableContracts(tx, customerId, contractIds);
    const unspent = await unspentReceipts(tx, customerId);
    for (const { receiptId, parts } of spread(allocations, unspent)) {
      const amount = Money.sum(parts.map((part) => part.amount));
      await allocateReceipt(tx, { customerId, receiptId, amount, reason }, parts);
    }
    await recordAudit(tx, actor, {
      type: "receipt.on_account_moved",
      subjectType: "customer",
      subjectId: customerId,
      details: { reason, allocations: allocations.map((part) => `${part.kind} ${part.amount}`) },
    });
    await afterConfirm(tx, contractIds);
    return { customerId };
  });
}

/** Serves the wanted allocations from the receipts in their order. */
function spread(wanted: readonly AllocationInput[], unspent: readonly Unspent[]) {
  const total = Money.sum(wanted.map(({ amount }) => amount));
  const there = Money.sum(unspent.map(({ left }) => left));
  if (total.isGreaterThan(there)) {
    throw new DomainError("receivables.over_on_account", {
      wanted: total.toString(),
      available: there.toString(),
    });
  }
  const missing = wanted.map((part) => ({ ...part }));
  return unspent.flatMap(({ receiptId, left }) => {
    let rest = left;
    const parts: AllocationInput[] = [];
    for (const want of missing) {
      const amount = want.amount.min(rest);
      if (!amount.isPositive()) continue;
      parts.push({ ...want, amount });
      want.amount = want.amount.minus(amount);
      rest = rest.minus(amount);
    }
    return parts.length > 0 ? [{ receiptId, parts }] : [];
  });
}
