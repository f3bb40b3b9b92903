import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { WholeContract } from "@/lib/contracts/load";
import { assertNotBeingChanged } from "@/lib/contracts/pending-revision";
import { lockContractForShipping, noteNotice } from "@/lib/contracts/progress";
import { refreshShipItem } from "@/lib/contracts/ship-item";
import { fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { lockProducts } from "@/lib/stock/lock-products";
import { type GateResult, outcomeOf } from "./gates";
import { bindGoods, failingGates, leaveDraft } from "./issue-step";
import { evaluateGates, goodsOf } from "./notice-gates";
import { contractOfNotice, lockNotice, type WholeNotice } from "./notice-load";
import { assertNoticeMove, moveNotice } from "./notice-move";
import { type Consignee, noticeIssues } from "./notice-policy";
import { sharesOf, wishOf } from "./notice-shares";
import { writeNoticeLines } from "./save-notice";
import type { NoticeInput } from "./schema";

export type IssueOutcome = {
  noticeId: string;
  /** HELD: it stays a draft, with the gates that fail. */
  outcome: "ISSUED" | "AWAITING_FUNDS" | "HELD";
  docNo: string | null;
  failing: string[];
};

/**
 * The duty holder issues a notice (R1.2.1-b): completeness, quantities, then the gates of rules 5.4 under the
 * contract's lock. All hold: numbered, stock bound, the slip clerk's turn. Only the money missing: it waits, numbered,
 * and holds the quantity. Anything else: it stays a draft with the reason. Throws for gaps and over-delivery.
 */
export function issueNotice(
  actor: Actor,
  input: NoticeInput,
  key: IdempotencyKey,
): Promise<IssueOutcome> {
  return transactOnce({ key, actor, action: "notice.issue", input }, async (tx) => {
    const { contractId } = await contractOfNotice(tx, input.noticeId);
    const contract = await lockContractForShipping(tx, contractId);
    const draft = { ...(await lockNotice(tx, input.noticeId)), rowVersion: input.rowVersion };
    assertNoticeMove("issue", draft, actor);
    assertComplete(contract, draft);
    const shares = sharesOf(contract, wishOf(draft));
    await assertNotBeingChanged(
      tx,
      contract.id,
      shares.map(({ contractLineId }) => contractLineId),
    );
    const totalAmount = Money.sum(shares.map(({ amount }) => amount));
    await writeNoticeLines(tx, draft.id, contract, shares);
    const lines = await tx.noticeLine.findMany({
      where: { noticeId: draft.id },
      orderBy: { lineNo: "asc" },
    });
    const notice: WholeNotice = { ...draft, lines };

    const goods = goodsOf(lines);
    await lockProducts(
      tx,
      goods.map(({ productId }) => productId),
    );
    const results = await evaluateGates(tx, contract, { id: notice.id, totalAmount, goods });
    const outcome = contract.status === "EXECUTING" ? outcomeOf(results) : "HELD";
    if (outcome === "HELD") return holdBack(tx, actor, notice, results, totalAmount);
    await noteNotice(tx, shares);
    if (outcome === "ISSUED") await bindGoods(tx, notice);
    await refreshShipItem(tx, contract.id);
    return leaveDraft(tx, actor, { contract, notice, outcome, results, totalAmount });
  });
}

function assertComplete(contract: WholeContract, notice: WholeNotice): void {
  const issues = noticeIssues(
    {
      ...notice,
      requiredShipOn: fromDbDate(notice.requiredShipOn),
      consignee: notice.consignee as Consignee,
      consigneeSource: notice.consigneeSource as "CONTRACT" | "SAVED" | "TYPED",
    },
    {
      deliveryMethod: contract.deliveryMethod,
      freightPayer: contract.freightPayer,
      dueOn: fromDbDate(notice.contractDueOn),
      hasFreightLine: contract.lines.some(({ lineKind }) => lineKind === "FREIGHT"),
    },
    clock.today(),
  );
  if (issues.length > 0) throw new DomainError("shipping.notice_incomplete", undefined, issues);
}

async function holdBack(
  tx: Tx,
  actor: Actor,
  notice: WholeNotice,
  results: readonly GateResult[],
  totalAmount: Money,
): Promise<IssueOutcome> {
  const { blockedBy, blockedDetails, names } = failingGates(results);
  await moveNotice(tx, notice, "DRAFT", {
    blockedBy,
    blockedDetails,
    totalAmount: totalAmount.toString(),
  });
  await recordAudit(tx, actor, {
    type: "notice.held",
    subjectType: "shipping_notice",
    subjectId: notice.id,
    details: { gates: names },
  });
  return { noticeId: notice.id, outcome: "HELD", docNo: null, failing: names };
}
