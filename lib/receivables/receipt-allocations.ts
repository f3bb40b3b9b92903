import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { lockPayableContracts } from "@/lib/receivables/contract-facts";
import type { AllocationInput } from "@/lib/receivables/schema";
import type { Tx } from "@/lib/server/db";

type Written = { receiptId: string; customerId: string; amount: Money };

/**
 * Writes where a receipt's money shall go, replacing what was written before (R1.3.2-b). Only the holder of the duty
 * COLLECTION and finance assign. Throws `receivables.assign_needs_duty`, `receivables.allocated_over_receipt`,
 * `receivables.contract_not_payable` and `receivables.delivery_of_other_customer`.
 */
export async function writeAllocations(
  tx: Tx,
  actor: Actor,
  { receiptId, customerId, amount }: Written,
  allocations: readonly AllocationInput[],
): Promise<void> {
  await tx.receiptAllocation.deleteMany({ where: { receiptId } });
  if (allocations.length === 0) return;
  if (!can(actor, "receipt:assign")) throw new DomainError("receivables.assign_needs_duty");
  const sum = Money.sum(allocations.map((part) => part.amount));
  if (sum.isGreaterThan(amount)) {
    throw new DomainError("receivables.allocated_over_receipt", {
      allocated: sum.toString(),
      amount: amount.toString(),
    });
  }
  const contractNos = await contractNosOf(tx, customerId, allocations);
  await tx.receiptAllocation.createMany({
    data: allocations.map(({ kind, contractId, receivableId, amount: part }) => ({
      receiptId,
      kind,
      contractId,
      contractNo: contractNos.get(contractId ?? receivableId ?? "") ?? "",
      receivableId,
      amount: part.toString(),
    })),
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
