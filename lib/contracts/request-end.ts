import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract, settledFacts, type WholeContract } from "@/lib/contracts/load";
import type { RequestEndInput } from "@/lib/contracts/schema";
import { contractTitle } from "@/lib/contracts/titles";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { openWorkItem } from "@/lib/server/work-items";

/** Clerk or chief asks the director to void or end the contract (Q09) or to waive the customer's signature (Q05). */
export function requestEnd(
  actor: Actor,
  input: RequestEndInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.request_end", input }, async (tx) => {
    const contract = await lockContract(tx, input.contractId);
    if (contract.rowVersion !== input.rowVersion) throw new DomainError("common.changed_meanwhile");
    assertRequestable(contract, input.kind);
    const pending = await tx.contractRequest.count({
      where: { contractId: contract.id, status: "PENDING" },
    });
    if (pending > 0) throw new DomainError("contracts.request_pending");
    const { id } = await tx.contractRequest.create({
      data: {
        contractId: contract.id,
        kind: input.kind,
        reason: input.reason,
        requestedById: actor.id,
        requestedByName: actor.name,
        requestedAt: clock.now(),
      },
      select: { id: true },
    });
    await openWorkItem(tx, {
      kind: "contract.end_request",
      subjectType: "contract",
      subjectId: contract.id,
      title: contractTitle(contract),
      role: "FACTORY_DIRECTOR",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "contract.end_requested",
      subjectType: "contract",
      subjectId: contract.id,
      details: { kind: input.kind, reason: input.reason },
    });
    return { id };
  });
}

/** What could not be agreed to anyway is not asked for. */
export function assertRequestable(
  contract: WholeContract,
  kind: "VOID" | "TERMINATE" | "WAIVE_SIGNATURE",
): void {
  const facts = settledFacts(contract);
  if (kind === "WAIVE_SIGNATURE") {
    if (contract.status !== "EFFECTIVE" && contract.status !== "EXECUTING")
      throw new DomainError("contracts.wrong_status");
    if (facts.signedOrWaived) throw new DomainError("contracts.already_signed");
    return;
  }
  if (contract.status !== "EFFECTIVE" && contract.status !== "EXECUTING") {
    throw new DomainError("contracts.wrong_status");
  }
  if (kind === "VOID" && facts.deliveredAnything)
    throw new DomainError("contracts.nothing_delivered");
  if (kind === "TERMINATE" && !facts.deliveredAnything)
    throw new DomainError("contracts.something_delivered");
  if (facts.openPapers > 0) throw new DomainError("contracts.no_open_papers");
}
