import "server-only";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import type { Money } from "@/lib/core/money";
import { openReceivables } from "@/lib/receivables/money-figures";
import {
  type AllocationFault,
  type AllocationPlan,
  planAllocation,
  type StatedAllocation,
} from "@/lib/receivables/policy";
import { putMoney, tieMoney } from "@/lib/receivables/settle";
import type { Tx } from "@/lib/server/db";

type Allocated = {
  customerId: string;
  receiptId: string;
  amount: Money;
  reason: string;
  /** What is not stated stays on account instead of going to the oldest due deliveries. */
  keepsRest?: boolean;
};

/**
 * Puts a confirmed receipt where it belongs (rules 5.4): stated allocations, the rest to the oldest due deliveries,
 * what exceeds stays on account. Customer and contracts must be locked.
 * Throws `receivables.over_open_amount` or `receivables.delivery_not_open` with an issue for each such allocation.
 */
export async function allocateReceipt(
  tx: Tx,
  { customerId, receiptId, amount, reason, keepsRest = false }: Allocated,
  stated: readonly StatedAllocation[],
): Promise<AllocationPlan> {
  const { plan, faults } = planAllocation(
    amount,
    stated,
    await openReceivables(tx, customerId),
    keepsRest,
  );
  if (faults.length > 0) throw allocationRefusal(faults);
  await tieMoney(
    tx,
    customerId,
    plan.funds.map((part) => ({ ...part, receiptId, reason })),
  );
  for (const contractId of new Set(plan.contractPuts.map((put) => put.contractId))) {
    const puts = plan.contractPuts.filter((put) => put.contractId === contractId);
    await putMoney(tx, customerId, { contractId }, puts);
  }
  await putMoney(tx, customerId, { receiptId }, plan.directPuts);
  return plan;
}

function allocationRefusal(faults: readonly AllocationFault[]): DomainError {
  const issues: FieldIssue[] = faults.map(({ index, reason, open }) => ({
    path: `allocations.${index}.amount`,
    code: `receivables.${reason}`,
    details: { open: open.toString() },
  }));
  const [first] = issues;
  return new DomainError(first?.code ?? "receivables.over_open_amount", first?.details, issues);
}
