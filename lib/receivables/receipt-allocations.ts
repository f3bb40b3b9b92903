import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { lockPayableContracts } from "@/lib/receivables/contract-facts";
import type { AllocationInput } from "@/lib/receivables/schema";
import type { Tx } from "@/lib/server/db";

/** An allocation with the number of the contract it serves, directly or through a delivery. */
export type CheckedAllocation = AllocationInput & { contractNo: string };

/**
 * Checks where a receipt's money shall go (R1.3.2-b), with the contracts locked. Only the holder of the duty
 * COLLECTION and finance assign. Throws `receivables.assign_needs_duty`, `receivables.allocated_over_receipt`,
 * `receivables.contract_not_payable` and `receivables.delivery_of_other_customer`.
 */
export async function checkAllocations(
  tx: Tx,
  actor: Actor,
  { customerId, amount }: { customerId: string; amount: Money },
  allocations: readonly AllocationInput[],
): Promise<CheckedAllocation[]> {
  if (allocations.length === 0) return [];
  if (!can(actor, "receipt:assign")) throw new DomainError("receivables.assign_needs_duty");
  const sum = Money.sum(allocations.map((part) => part.amount));
  if (sum.isGreaterThan(amount)) {
    throw new DomainError("receivables.allocated_over_receipt", {
      allocated: sum.toString(),
      amount: amount.toString(),
    });
  }
  const contractNos = await contractNosOf(tx, customerId, allocations);
  return allocations.map((part) => ({
    ...part,
    contractNo: contractNos.get(part.contractId ?? part.receivableId ?? "") ?? "",
  }));
}

/** Writes the checked allocations of a receipt, replacing what was written before. */
export async function writeAllocations(
  tx: Tx,
  receiptId: string,
  allocations: readonly CheckedAllocation[],
): Promise<void> {
  await tx.receiptAllocation.deleteMany({ where: { receiptId } });
  if (allocations.length === 0) return;
  await tx.receiptAllocation.createMany({
    data: allocations.map((part) => ({ ...part, receiptId, amount: part.amount.toString() })),
  });
}

/** Checks that every target belongs to the customer; answers the contract number by target id. */
async function contractNosOf(tx: Tx, customerId: string, allocations: readonly AllocationInput[]) {
  const contracts = await lockPayableContracts(
    tx,
    customerId,
    allocations.flatMap(({ contractId }) => contractId ?? []),
  );
  const wanted = [...new Set(allocations.flatMap(({ receivableId }) => receivableId ?? []))];
  const receivables = await tx.receivable.findMany({
    where: { id: { in: wanted }, customerId },
    select: { id: true, contractNo: true },
  });
  if (receivables.length < wanted.length)
    throw new DomainError("receivables.delivery_of_other_customer");
  return new Map<string, string>([
    ...[...contracts.values()].map(({ id, contractNo }) => [id, contractNo] as const),
    ...receivables.map(({ id, contractNo }) => [id, contractNo] as const),
  ]);
}
