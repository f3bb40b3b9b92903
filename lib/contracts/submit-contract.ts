import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { coverContract } from "@/lib/contracts/cover-contract";
import { contentOf, factsOf, lockContract, type WholeContract } from "@/lib/contracts/load";
import { assertMayMove, moveContract } from "@/lib/contracts/move-contract";
import { type ContractClass, classOf, recommendForm } from "@/lib/contracts/policy";
import type { ContractRef } from "@/lib/contracts/schema";
import { splitContract } from "@/lib/contracts/split-contract";
import { type SubmissionFacts, submissionIssues } from "@/lib/contracts/submission-check";
import { contractTitle } from "@/lib/contracts/titles";
import { leftGoods, leftGoodsIssues } from "@/lib/contracts/walk-in-goods";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { customerTerms } from "@/lib/credit/queries";
import { getCustomerForOrder } from "@/lib/customers/queries";
import { settleFollowUps } from "@/lib/reviews/settle-follow-up";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { currentSettings } from "@/lib/settings/queries";
import { recordDemand } from "@/lib/stock/record-demand";
import { dropHold } from "@/lib/stock/stock-hold";

export type Submitted = { id: string; contractClass: ContractClass };

/**
 * Submission to the section chief (R1.1.2-b, R1.1.2-c): the three agreements, the form's own demands, and the
 * split into stock and production that fixes the class (R1.1.3, Q10). What was seen of the stock is kept (R1.1.2-a).
 * NEW lines rest on a concluded review of the same customer (R1.1.3-C1, R1.1.3-C3).
 * Throws `contracts.<guard>` or `common.invalid_input` with one issue per field.
 */
export function submitContract(
  actor: Actor,
  input: ContractRef,
  key: IdempotencyKey,
): Promise<Submitted> {
  return transactOnce({ key, actor, action: "contract.submit", input }, async (tx) => {
    const draft = await lockContract(tx, input.contractId);
    const facts = await submissionFacts(tx, actor, draft);
    const split = await splitContract(tx, draft);
    const plan = assertMayMove("submit", await factsOf(tx, draft), actor);
    const newLines = new Set(
      split.lines.filter(({ supplyType }) => supplyType === "NEW").map(({ lineId }) => lineId),
    );
    const cover = await coverContract(tx, draft, facts.today, ({ id }) => newLines.has(id));
    const issues = [
      ...submissionIssues(draft, { ...facts, hasNewLine: split.hasNewLine }),
      ...cover.issues,
      ...leftGoodsIssues(draft, await leftGoods(tx, draft)),
    ];
    if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);

    const contractClass = classOf(split.lines);
    const docNo = await docNoOf(tx, draft);
    await moveContract(tx, input, plan, {
      contractClass,
      docNo,
      submittedAt: clock.now(),
      submissionCount: { increment: 1 },
      recommendedForm: recommended(draft, facts, split.hasNewLine),
      stockSnapshot: split.seen,
      reviewNos: cover.reviewNos,
      checkedById: null,
    });
    const contract = await lockContract(tx, draft.id);
    await keepSubmission(tx, actor, contract);
    await recordDemand(tx, contract.id, split.demand);
    await dropHold(tx, contract.id);
    await settleFollowUps(tx, actor, cover.reviewIds);
    await closeWorkItem(tx, { kind: "contract.returned", subjectId: contract.id });
    await openWorkItem(tx, {
      kind: "contract.check",
      subjectType: "contract",
      subjectId: contract.id,
      title: contractTitle(contract),
      role: "SECTION_CHIEF",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "contract.submitted",
      subjectType: "contract",
      subjectId: contract.id,
      details: { contractClass, totalAmount: Money.of(contract.totalAmount).toString() },
    });
    return { id: contract.id, contractClass };
  });
}

type KnownFacts = Omit<SubmissionFacts, "hasNewLine">;

async function submissionFacts(tx: Tx, actor: Actor, draft: WholeContract): Promise<KnownFacts> {
  const customer = await getCustomerForOrder(tx, actor, draft.customerId);
  const terms = await customerTerms(tx, draft.customerId, clock.today());
  const settings = await currentSettings(tx);
  return {
    today: clock.today(),
    customerMode: terms.settlementMode,
    tier: terms.tier,
    customerHasUsage: customer.productUsage !== "",
    formalAmountThreshold: Money.of(settings.formalAmountThreshold),
  };
}

function recommended(
  draft: WholeContract,
  { formalAmountThreshold }: KnownFacts,
  hasNewLine: boolean,
) {
  const { form } = recommendForm({
    paymentTerm: draft.paymentTerm,
    total: Money.of(draft.totalAmount),
    formalAmountThreshold,
    hasNewLine,
  });
  return form;
}

/** The verbal order slip gets its own number when it first leaves DRAFT (rules 5.2). */
async function docNoOf(tx: Tx, draft: WholeContract): Promise<string | null> {
  if (draft.form === "FORMAL" || draft.docNo !== null) return draft.docNo;
  return (await drawNumber(tx, "DH", clock.today())).number;
}

/** The content as submitted, and the drafter's signature over it. */
async function keepSubmission(tx: Tx, actor: Actor, contract: WholeContract): Promise<void> {
  const content = contentOf(contract);
  const hash = contentHash(content);
  await tx.contractSubmission.create({
    data: {
      contractId: contract.id,
      submissionNo: contract.submissionCount,
      revision: contract.revision,
      content: content as unknown as Prisma.InputJsonObject,
      contentHash: hash,
      submittedById: actor.id,
      submittedAt: clock.now(),
    },
  });
  await sign(tx, actor, {
    permission: "contract:draft",
    subjectType: "contract",
    subjectId: contract.id,
    step: "PREPARED",
    decision: "AGREE",
    revision: contract.revision,
    contentHash: hash,
  });
}
