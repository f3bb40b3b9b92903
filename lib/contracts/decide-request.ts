import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { dropOpenChanges } from "@/lib/contracts/drop-open-changes";
import { factsOf, lockContract, type WholeContract } from "@/lib/contracts/load";
import { assertMayMove, moveContract } from "@/lib/contracts/move-contract";
import { assertRequestable } from "@/lib/contracts/request-end";
import type { DecideRequestInput } from "@/lib/contracts/schema";
import { startExecution } from "@/lib/contracts/start-execution";
import { latestSubmission } from "@/lib/contracts/submissions";
import { DomainError } from "@/lib/core/domain-error";
import { voidCooperation } from "@/lib/customers/cooperation";
import { lockCustomer } from "@/lib/customers/lock-customer";
import { releaseContractFunds } from "@/lib/receivables/release-contract-funds";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, closeWorkItemsOf } from "@/lib/server/work-items";
import { clearDemand } from "@/lib/stock/record-demand";
import { releaseContractReservations } from "@/lib/stock/release-reservation";

export type RequestHooks = {
  /**
   * Cancels what higher floors hold of the contract: draft and waiting notices, open production notices and
   * preparation orders, each to be acknowledged by its holder.
   */
  cancelPapers: (tx: Tx, actor: Actor, contractId: string, reason: string) => Promise<void>;
};

/**
 * The director decides a request: a void or termination keeps number and register row, releases stock and turns the
 * contract's unused money into on-account money (Q09, rules 5.1); a waiver opens gate G2 (Q05). Refused for one's own.
 */
export function decideRequest(
  actor: Actor,
  input: DecideRequestInput,
  key: IdempotencyKey,
  hooks: RequestHooks,
): Promise<{ contractId: string }> {
  return transactOnce({ key, actor, action: "contract.decide_request", input }, async (tx) => {
    const request = await tx.contractRequest.findUnique({ where: { id: input.requestId } });
    if (!request) throw new DomainError("common.not_found");
    const { customerId } = await tx.contract.findUniqueOrThrow({
      where: { id: request.contractId },
      select: { customerId: true },
    });
    await lockCustomer(tx, customerId);
    const contract = await lockContract(tx, request.contractId);
    if (!can(actor, "contract:decide_end")) throw new DomainError("contracts.forbidden");
    if (request.requestedById === actor.id) throw new DomainError("contracts.own_request");
    if (input.decision === "REJECT" && input.comment === "") {
      throw new DomainError("common.invalid_input", undefined, [
        { path: "comment", code: "common.required" },
      ]);
    }
    await closeRequest(tx, actor, input);
    const isEnd = input.decision === "AGREE" && request.kind !== "WAIVE_SIGNATURE";
    // An end is signed on the contract itself, below.
    if (!isEnd) await signDecision(tx, actor, contract, input);
    if (input.decision === "AGREE") {
      if (request.kind === "WAIVE_SIGNATURE") await waive(tx, actor, contract, request.reason);
      else
        await endContract(tx, actor, contract, {
          kind: request.kind,
          reason: request.reason,
          hooks,
        });
    }
    await recordAudit(tx, actor, {
      type: input.decision === "AGREE" ? "contract.request_agreed" : "contract.request_refused",
      subjectType: "contract",
      subjectId: contract.id,
      details: { kind: request.kind, reason: request.reason, comment: input.comment },
    });
    return { contractId: contract.id };
  });
}

async function signDecision(
  tx: Tx,
  actor: Actor,
  contract: WholeContract,
  input: DecideRequestInput,
): Promise<void> {
  const { revision, contentHash } = await latestSubmission(tx, contract.id);
  await sign(tx, actor, {
    permission: "contract:decide_end",
    subjectType: "contract_request",
    subjectId: input.requestId,
    step: "APPROVED",
    decision: input.decision,
    comment: input.comment,
    revision,
    contentHash,
  });
}

async function closeRequest(tx: Tx, actor: Actor, input: DecideRequestInput): Promise<void> {
  const { count } = await tx.contractRequest.updateMany({
    where: { id: input.requestId, status: "PENDING", rowVersion: input.rowVersion },
    data: {
      status: input.decision === "AGREE" ? "AGREED" : "REFUSED",
      decidedById: actor.id,
      decidedByName: actor.name,
      decidedAt: clock.now(),
      decisionComment: input.comment,
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  const { contractId } = await tx.contractRequest.findUniqueOrThrow({
    where: { id: input.requestId },
    select: { contractId: true },
  });
  await closeWorkItem(tx, { kind: "contract.end_request", subjectId: contractId });
}

async function waive(tx: Tx, actor: Actor, contract: WholeContract, reason: string): Promise<void> {
  assertRequestable(contract, "WAIVE_SIGNATURE");
  await tx.contract.update({
    where: { id: contract.id },
    data: {
      signatureWaivedAt: clock.now(),
      signatureWaivedById: actor.id,
      signatureWaivedReason: reason,
      rowVersion: { increment: 1 },
    },
  });
  await startExecution(tx, actor, contract.id);
}

type Ending = { kind: "VOID" | "TERMINATE"; reason: string; hooks: RequestHooks };

/** Nothing delivered: voided, as if it had never been; partly delivered: terminated, what was delivered stands. */
async function endContract(
  tx: Tx,
  actor: Actor,
  contract: WholeContract,
  { kind, reason, hooks }: Ending,
): Promise<void> {
  const command = kind === "VOID" ? "void" : "terminate";
  const plan = assertMayMove(command, await factsOf(tx, contract), actor);
  await hooks.cancelPapers(tx, actor, contract.id, reason);
  await dropOpenChanges(tx, contract.id, reason);
  const now = await tx.contract.findUniqueOrThrow({
    where: { id: contract.id },
    select: { rowVersion: true },
  });
  await moveContract(tx, { contractId: contract.id, rowVersion: now.rowVersion }, plan, {
    endedAt: clock.now(),
    endedById: actor.id,
    endReason: reason,
  });
  const { revision, contentHash } = await latestSubmission(tx, contract.id);
  await sign(tx, actor, {
    permission: "contract:decide_end",
    subjectType: "contract",
    documentKind: "contract_request",
    subjectId: contract.id,
    step: "APPROVED",
    decision: "REJECT",
    comment: reason,
    revision,
    contentHash,
  });
  await clearDemand(tx, contract.id);
  await releaseContractReservations(tx, contract.id);
  await releaseContractFunds(tx, contract.id);
  if (kind === "VOID") await voidCooperation(tx, contract.id, clock.today());
  await closeWorkItemsOf(tx, contract.id);
}
