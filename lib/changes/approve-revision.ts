import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { changeInWords } from "@/lib/changes/change-words";
import { followConsignee } from "@/lib/changes/follow-consignee";
import {
  assertMayMoveRevision,
  lockRevision,
  moveRevision,
  proposalOf,
  type Revision,
  revisionFacts,
} from "@/lib/changes/load";
import { notifyHolders } from "@/lib/changes/notify-holders";
import { planRevision, revisionContent } from "@/lib/changes/plan-revision";
import { reviewCover } from "@/lib/changes/review-cover";
import type { DecideRevisionInput } from "@/lib/changes/schema";
import { writeRevision } from "@/lib/changes/write-revision";
import type { ContentLine, ContractContent } from "@/lib/contracts/content";
import { diffContent } from "@/lib/contracts/diff";
import type { WholeContract } from "@/lib/contracts/load";
import { proposeCompletion } from "@/lib/contracts/propose-completion";
import { refreshShipItem } from "@/lib/contracts/ship-item";
import { contractTitle } from "@/lib/contracts/titles";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { followContractDates } from "@/lib/production/follow-contract";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { Prisma, type Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";

export type ApprovedRevision = { id: string; contractNo: string; revision: number };

/**
 * The director's approval puts the change in force in one transaction under customer and contract (R1.1.4-b, Q38):
 * checked again against what was delivered, noticed or put into production meanwhile, then written to the contract,
 * which keeps its number and effective date (R1.1.5-N). Holders of open papers must take note of it.
 * Throws `changes.<guard>`, `common.invalid_input` with the cells that no longer fit, `changes.content_changed`.
 */
export function approveRevision(
  actor: Actor,
  input: DecideRevisionInput,
  key: IdempotencyKey,
): Promise<ApprovedRevision> {
  return transactOnce({ key, actor, action: "revision.approve", input }, async (tx) => {
    const { revision, contract } = await lockRevision(tx, input);
    const plan = assertMayMoveRevision("approve", revisionFacts(revision, contract), actor);
    const next = await asSigned(tx, contract, revision);
    await tx.contractRevision.updateMany({
      where: { contractId: contract.id, status: "EFFECTIVE" },
      data: { status: "SUPERSEDED", rowVersion: { increment: 1 }, updatedAt: clock.now() },
    });
    await moveRevision(tx, revision, plan, {
      effectiveOn: new Date(`${clock.today()}T00:00:00Z`),
      touchedLineIds: [],
    });
    await signApproval(tx, actor, revision, input.comment);
    await writeRevision(tx, contract, next, revision);
    await keepSubmission(tx, contract, revision);
    await followContractDates(tx, contract.id);
    await followConsignee(tx, contract.id, next.consignee);
    await refreshShipItem(tx, contract.id);
    await proposeCompletion(tx, contract.id);
    const before = revision.contentBefore as ContractContent;
    await notifyHolders(tx, actor, contract.id, {
      subjectType: "contract_revision",
      subjectId: revision.id,
      what: changeInWords(
        diffContent(before, revision.contentAfter as ContractContent),
        revision.revision,
      ),
      reason: revision.reason,
    });
    await askForSignature(tx, contract, next);
    await recordInForce(tx, actor, contract, revision, input.comment);
    return {
      id: revision.id,
      contractNo: contract.contractNo ?? "",
      revision: revision.revision,
    };
  });
}

/** The contract as the change wants it, exactly as it was signed; the split is that of the submission. */
async function asSigned(
  tx: Tx,
  contract: WholeContract,
  revision: Revision,
): Promise<WholeContract> {
  const after = revision.contentAfter as ContractContent | null;
  if (after === null) throw new DomainError("changes.content_changed");
  const { next, kept } = await planRevision(tx, contract, proposalOf(revision));
  const signed = new Map(after.lines.map((line) => [line.lineNo, line]));
  const contractClass = after.head.contractClass as WholeContract["contractClass"];
  const split: WholeContract = {
    ...next,
    contractClass,
    lines: next.lines.map((line) => ({ ...line, ...splitOf(signed.get(line.lineNo)) })),
  };
  if (contentHash(revisionContent(split, kept)) !== revision.contentHash) {
    throw new DomainError("changes.content_changed");
  }
  return withReviews(tx, contract, split);
}

function splitOf(line: ContentLine | undefined) {
  return {
    supplyType: (line?.supplyType ?? null) as WholeContract["lines"][number]["supplyType"],
    qtyFromStock: new Prisma.Decimal(line?.qtyFromStock ?? 0),
    qtyToProduce: new Prisma.Decimal(line?.qtyToProduce ?? 0),
  };
}

/** A review may have lapsed since the submission: then the change goes back for a new one (R1.1.3-C1). */
async function withReviews(
  tx: Tx,
  contract: WholeContract,
  next: WholeContract,
): Promise<WholeContract> {
  const { issues, reviews } = await reviewCover(tx, contract, next, clock.today());
  if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
  const numbers = [
    ...contract.reviewNos.split("、").filter(Boolean),
    ...[...reviews.values()].map(({ reviewNo }) => reviewNo),
  ];
  return {
    ...next,
    reviewNos: [...new Set(numbers)].join("、").slice(0, 200),
    lines: next.lines.map((line) => ({
      ...line,
      reviewLineId: reviews.get(line.id)?.reviewLineId ?? line.reviewLineId,
    })),
  };
}

async function signApproval(
  tx: Tx,
  actor: Actor,
  revision: Revision,
  comment: string,
): Promise<void> {
  await sign(tx, actor, {
    permission: "contract:approve",
    subjectType: "contract_revision",
    subjectId: revision.id,
    step: "APPROVED",
    decision: "AGREE",
    comment,
    revision: revision.revision,
    contentHash: revision.contentHash,
  });
  await closeWorkItemsOf(tx, revision.id);
}

/** The history of what was signed goes on with the new version; papers and the next change read it. */
async function keepSubmission(tx: Tx, contract: WholeContract, revision: Revision): Promise<void> {
  await tx.contractSubmission.create({
    data: {
      contractId: contract.id,
      submissionNo: contract.submissionCount + 1,
      revision: revision.revision,
      content: revision.contentAfter as Prisma.InputJsonObject,
      contentHash: revision.contentHash,
      submittedById: revision.draftedById,
      submittedAt: revision.submittedAt ?? clock.now(),
    },
  });
}

/** A formal contract is signed by the customer anew before goods may leave under it (Q05, rules 5.1). */
async function askForSignature(
  tx: Tx,
  contract: WholeContract,
  next: WholeContract,
): Promise<void> {
  if (contract.form !== "FORMAL") return;
  await openWorkItem(tx, {
    kind: "contract.customer_signature",
    subjectType: "contract",
    subjectId: contract.id,
    title: contractTitle({ ...contract, totalAmount: next.totalAmount }),
    assigneeId: contract.draftedById,
    dueOn: clock.today(),
  });
}

async function recordInForce(
  tx: Tx,
  actor: Actor,
  contract: WholeContract,
  revision: Revision,
  comment: string,
): Promise<void> {
  const details = { revision: revision.revision, reason: revision.reason, comment };
  await recordAudit(tx, actor, {
    type: "revision.approved",
    subjectType: "contract_revision",
    subjectId: revision.id,
    details,
  });
  await recordAudit(tx, actor, {
    type: "contract.changed",
    subjectType: "contract",
    subjectId: contract.id,
    details,
  });
}
