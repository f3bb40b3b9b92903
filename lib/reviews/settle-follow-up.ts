import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { getCustomerForOrder } from "@/lib/customers/queries";
import { lockReview, REVIEW } from "@/lib/reviews/load";
import type { RefuseReviewInput } from "@/lib/reviews/schema";
import { recordAudit } from "@/lib/server/audit";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem } from "@/lib/server/work-items";

/** A contract rests on these reviews now: nobody has to be reminded to offer any more. For lib/contracts. */
export async function settleFollowUps(
  tx: Tx,
  actor: Actor,
  reviewIds: readonly string[],
): Promise<void> {
  for (const subjectId of new Set(reviewIds)) {
    await closeWorkItem(tx, { kind: "review.continue", subjectId });
    await recordAudit(tx, actor, { type: "review.ordered", subjectType: REVIEW, subjectId });
  }
}

/** The customer does not order: the reminder ends with a reason, the review stays as it is. */
export function closeFollowUp(
  actor: Actor,
  input: RefuseReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "review.close_follow_up", input }, async (tx) => {
    const review = await lockReview(tx, input.id);
    await getCustomerForOrder(tx, actor, review.customerId);
    if (review.status !== "EFFECTIVE") throw new DomainError("reviews.wrong_status");
    if (review.rowVersion !== input.rowVersion) throw new DomainError("common.changed_meanwhile");
    await closeWorkItem(tx, { kind: "review.continue", subjectId: review.id });
    await recordAudit(tx, actor, {
      type: "review.follow_up_closed",
      subjectType: REVIEW,
      subjectId: review.id,
      details: { comment: input.comment },
    });
    return { id: review.id };
  });
}
