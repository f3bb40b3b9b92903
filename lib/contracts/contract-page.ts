import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type ContractDetail, findContractDetail } from "@/lib/contracts/queries";
import { diffSincePreviousSubmission } from "@/lib/contracts/submissions";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { isUuid } from "@/lib/core/uuid";
import { type CreditOutlook, creditOutlook } from "@/lib/credit/outlook";

/** A contract with what its page needs beside it: the last changes, and the credit outlook while it is pending. */
export async function findContractPage(actor: Actor, contractId: string) {
  const contract = isUuid(contractId) ? await findContractDetail(actor, contractId) : null;
  if (!contract || contract.deletedAt !== null) return null;
  const isPending = contract.status === "PENDING_CHIEF" || contract.status === "PENDING_DIRECTOR";
  const [diff, credit] = await Promise.all([
    contract.submissionCount > 1 ? diffSincePreviousSubmission(contract.id) : null,
    isPending ? outlookIfInView(actor, contract) : null,
  ]);
  return { contract, diff, credit };
}

/** A handler may see a contract of a customer that somebody else looks after; the credit stays with that person. */
async function outlookIfInView(
  actor: Actor,
  { customerId, totalAmount, paymentTerm }: ContractDetail,
): Promise<CreditOutlook | null> {
  try {
    return await creditOutlook(actor, customerId, Money.of(totalAmount), paymentTerm);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
