import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import {
  type RevisionCommand,
  type RevisionFacts,
  revisionLifecycle,
} from "@/lib/changes/lifecycle";
import type { Proposal } from "@/lib/changes/schema";
import { readProposal } from "@/lib/changes/stored-proposal";
import type { ContractContent } from "@/lib/contracts/content";
import { diffContent, isUnchanged } from "@/lib/contracts/diff";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import { DomainError } from "@/lib/core/domain-error";
import { lockCustomer } from "@/lib/customers/lock-customer";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";

export type Revision = Prisma.ContractRevisionGetPayload<object>;
export type LockedRevision = { revision: Revision; contract: WholeContract };

const RUNNING: readonly string[] = ["EFFECTIVE", "EXECUTING"];

export const isRunning = ({ status }: Pick<WholeContract, "status">) => RUNNING.includes(status);

/** Customer, contract and change, locked in this order and as the person saw it. Throws `common.changed_meanwhile`. */
export async function lockRevision(
  tx: Tx,
  seen: { revisionId: string; rowVersion: number },
): Promise<LockedRevision> {
  const place = await tx.contractRevision.findUnique({
    where: { id: seen.revisionId },
    select: { contractId: true },
  });
  if (!place) throw new DomainError("common.not_found");
  const contract = await lockCustomerAndContract(tx, place.contractId);
  const revision = await tx.contractRevision.findUniqueOrThrow({ where: { id: seen.revisionId } });
  if (revision.rowVersion !== seen.rowVersion) throw new DomainError("common.changed_meanwhile");
  return { revision, contract };
}

/** The lock order of everything that moves a contract: customer, then contract. */
export async function lockCustomerAndContract(tx: Tx, contractId: string): Promise<WholeContract> {
  const place = await tx.contract.findFirst({
    where: { id: contractId, deletedAt: null },
    select: { customerId: true },
  });
  if (!place) throw new DomainError("common.not_found");
  await lockCustomer(tx, place.customerId);
  return lockContract(tx, contractId);
}

/** The stored proposal, validated as if it had just been typed. */
export function proposalOf(revision: Pick<Revision, "proposal">): Proposal {
  const proposal = readProposal(revision.proposal);
  if (proposal === null) throw new DomainError("changes.proposal_unreadable");
  return proposal;
}

/** What the guards look at; `reviewSettled` is known at submission and taken as given otherwise. */
export function revisionFacts(
  revision: Revision,
  contract: WholeContract,
  submission?: { after: ContractContent; reviewSettled: boolean },
): RevisionFacts {
  const { order } = proposalOf(revision);
  return {
    status: revision.status,
    form: contract.form,
    contractRuns: isRunning(contract),
    changesSomething: submission
      ? changesMoreThanAgreement(revision.contentBefore as ContractContent, submission.after)
      : true,
    goodsLineCount: order.lines.filter(({ lineKind }) => lineKind === "GOODS").length,
    termsAgreed:
      order.agreedPrice &&
      order.agreedDelivery &&
      order.agreedPayment &&
      order.agreedWith !== "" &&
      order.agreedOn !== null,
    readBack: order.readBackConfirmed && order.readBackByName !== "",
    reviewSettled: submission?.reviewSettled ?? true,
    draftedById: revision.draftedById,
    drafterIds: revision.drafterIds,
    checkedById: revision.checkedById,
  };
}

/** Who agreed when is told with every change; alone it is none. */
function changesMoreThanAgreement(before: ContractContent, after: ContractContent): boolean {
  const diff = diffContent(before, after);
  const fields = diff.fields.filter(({ field }) => field !== "agreedOn" && field !== "agreedWith");
  return !isUnchanged({ ...diff, fields });
}

/** Throws `changes.<refusal>` when the command is not allowed to this person now. */
export function assertMayMoveRevision<C extends RevisionCommand>(
  command: C,
  facts: RevisionFacts,
  actor: Actor,
) {
  const plan = revisionLifecycle.plan(command, facts, actor, can);
  if (!plan.ok) throw new DomainError(`changes.${plan.refusal}`);
  return plan;
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveRevision(
  tx: Tx,
  revision: Pick<Revision, "id" | "rowVersion">,
  plan: { from: Revision["status"]; to: Revision["status"] },
  data: Prisma.ContractRevisionUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.contractRevision.updateMany({
    where: { id: revision.id, status: plan.from, rowVersion: revision.rowVersion },
    data: { ...data, status: plan.to, rowVersion: { increment: 1 }, updatedAt: clock.now() },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

/** "LG2026-014 第2版 大连宏达机械": how a change is named in a work item. */
export function revisionTitle(contract: WholeContract, revision: number): string {
  return `${contract.contractNo ?? ""} V${revision} ${contract.customerName}`;
}
