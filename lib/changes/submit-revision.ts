import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import {
  assertMayMoveRevision,
  lockRevision,
  moveRevision,
  proposalOf,
  type Revision,
  revisionFacts,
  revisionTitle,
} from "@/lib/changes/load";
import { planRevision, revisionContent } from "@/lib/changes/plan-revision";
import { type RevisionCover, reviewCover } from "@/lib/changes/review-cover";
import type { RevisionRef } from "@/lib/changes/schema";
import { splitRevision } from "@/lib/changes/split-revision";
import { touchedLines } from "@/lib/changes/touched";
import type { WholeContract } from "@/lib/contracts/load";
import type { ContractClass } from "@/lib/contracts/policy";
import { submissionIssues } from "@/lib/contracts/submission-check";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { customerTerms } from "@/lib/credit/queries";
import { getCustomerForOrder } from "@/lib/customers/queries";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { currentSettings } from "@/lib/settings/queries";

export type SubmittedRevision = { id: string; contractClass: ContractClass };

/**
 * The change goes to the section chief: agreements anew (R1.1.2-b), class and split fixed anew (rules 5.1), NEW lines
 * covered by a review (R1.1.3-C1). From here on lines that it touches get no new papers.
 * Throws `changes.<guard>` or `common.invalid_input` with one issue per field.
 */
export function submitRevision(
  actor: Actor,
  input: RevisionRef,
  key: IdempotencyKey,
): Promise<SubmittedRevision> {
  return transactOnce({ key, actor, action: "revision.submit", input }, async (tx) => {
    const { revision, contract } = await lockRevision(tx, input);
    const planned = await planRevision(tx, contract, proposalOf(revision));
    const { next, contractClass } = await splitRevision(tx, planned.next);
    const cover = await reviewCover(tx, contract, next, clock.today());
    const after = revisionContent(next, planned.kept);
    const before = revisionContent(contract, new Set(contract.lines.map(({ id }) => id)));
    const plan = assertMayMoveRevision(
      "submit",
      revisionFacts({ ...revision, contentBefore: before as never }, contract, {
        after,
        reviewSettled: true,
      }),
      actor,
    );
    const issues = await openIssues(tx, actor, contract, next, cover);
    if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
    const hash = contentHash(after);
    await moveRevision(tx, revision, plan, {
      contentBefore: before as unknown as Prisma.InputJsonObject,
      contentAfter: after as unknown as Prisma.InputJsonObject,
      contentHash: hash,
      totalBefore: Money.of(contract.totalAmount).toString(),
      totalAfter: Money.of(next.totalAmount).toString(),
      touchedLineIds: touchedLines(before, after),
      checkedById: null,
      submissionCount: { increment: 1 },
      submittedAt: clock.now(),
    });
    await signAndHandOn(tx, actor, { revision, contract, hash });
    return { id: revision.id, contractClass };
  });
}

/** What the whole order still lacks; a date that was agreed before may have passed. */
async function openIssues(
  tx: Tx,
  actor: Actor,
  contract: WholeContract,
  next: WholeContract,
  cover: RevisionCover,
): Promise<FieldIssue[]> {
  const customer = await getCustomerForOrder(tx, actor, contract.customerId);
  const terms = await customerTerms(tx, contract.customerId, clock.today());
  const settings = await currentSettings(tx);
  const issues = submissionIssues(next, {
    today: clock.today(),
    customerMode: terms.settlementMode,
    tier: terms.tier,
    customerHasUsage: customer.productUsage !== "" || contract.usage !== "",
    formalAmountThreshold: Money.of(settings.formalAmountThreshold),
    hasNewLine: next.lines.some(({ supplyType }) => supplyType === "NEW"),
  });
  const dates = new Map(contract.lines.map(({ id, deliveryOn }) => [id, deliveryOn?.getTime()]));
  const isOldDate = ({ path, code }: FieldIssue) => {
    if (code !== "contracts.delivery_in_past") return false;
    const line = next.lines[Number.parseInt(path.split(".")[1] ?? "", 10)];
    return line !== undefined && dates.get(line.id) === line.deliveryOn?.getTime();
  };
  return [...issues.filter((issue) => !isOldDate(issue)), ...cover.issues];
}

type Submission = { revision: Revision; contract: WholeContract; hash: string };

async function signAndHandOn(
  tx: Tx,
  actor: Actor,
  { revision, contract, hash }: Submission,
): Promise<void> {
  await sign(tx, actor, {
    permission: "contract:draft",
    subjectType: "contract_revision",
    subjectId: revision.id,
    step: "PREPARED",
    decision: "AGREE",
    revision: revision.revision,
    contentHash: hash,
  });
  await closeWorkItemsOf(tx, revision.id);
  await openWorkItem(tx, {
    kind: "revision.check",
    subjectType: "contract_revision",
    subjectId: revision.id,
    title: revisionTitle(contract, revision.revision),
    role: "SECTION_CHIEF",
    dueOn: clock.today(),
  });
  await recordAudit(tx, actor, {
    type: "revision.submitted",
    subjectType: "contract_revision",
    subjectId: revision.id,
    details: { revision: revision.revision, reason: revision.reason },
  });
}
