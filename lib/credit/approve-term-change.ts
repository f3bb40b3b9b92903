import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { changeSettlementTerms } from "@/lib/customers/change-terms";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem } from "@/lib/server/work-items";
import type { SignTermChangeInput } from "./schema";
import {
  assertGrantable,
  assertMayMove,
  assertTermsUnchanged,
  lockTermChange,
  moveTermChange,
  proposalOf,
  TERM_CHANGE,
  termChangeHash,
} from "./term-change-record";
import { termsAfter } from "./terms-policy";

/**
 * The factory director agrees: the change takes effect today and the customer's terms are written in the same
 * transaction, under the customer's lock. The only place that writes them (R1.3.1-a). Throws `credit.<refusal>`.
 */
export function approveTermChange(
  actor: Actor,
  input: SignTermChangeInput,
  key: IdempotencyKey,
): Promise<void> {
  return transactOnce({ key, actor, action: "approve_term_change", input }, async (tx) => {
    const today = clock.today();
    const { change, standing } = await lockTermChange(tx, input.id);
    const plan = assertMayMove("approve", change, actor);
    assertTermsUnchanged(change, standing);
    const proposal = proposalOf(change);
    assertGrantable(proposal, standing);
    await assertCheckedContent(tx, change);

    const day = toDbDate(today);
    await moveTermChange(tx, input, plan, { effectiveOn: day, decidedOn: day });
    await changeSettlementTerms(tx, change.customerId, {
      ...termsAfter(proposal),
      quarterPaymentMonth: change.afterQuarterMonth,
    });
    await sign(tx, actor, {
      permission: "terms:approve",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      step: "APPROVED",
      decision: "AGREE",
      comment: input.comment,
      revision: change.revision,
      contentHash: termChangeHash(change),
    });
    await closeWorkItem(tx, { kind: "terms.approve", subjectId: change.id });
    await recordAudit(tx, actor, {
      type: "term_change.approved",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      details: {
        docNo: change.docNo,
        customer: change.customerName,
        mode: { before: change.beforeMode, after: change.afterMode },
      },
    });
    await recordAudit(tx, actor, {
      type: "customer.terms_changed",
      subjectType: "customer",
      subjectId: change.customerId,
      details: {
        docNo: change.docNo,
        mode: { before: change.beforeMode, after: change.afterMode },
      },
    });
  });
}

/** The chief must have signed exactly this content. */
async function assertCheckedContent(
  tx: Parameters<typeof sign>[0],
  change: Parameters<typeof termChangeHash>[0],
): Promise<void> {
  const checked = await tx.signature.count({
    where: {
      subjectId: change.id,
      step: "CHECKED",
      decision: "AGREE",
      voidedAt: null,
      revision: change.revision,
      contentHash: termChangeHash(change),
    },
  });
  if (checked === 0) throw new DomainError("credit.not_checked");
}
