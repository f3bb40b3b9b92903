import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { assertMayMove, factsOf, lockReview, moveReview, REVIEW } from "@/lib/reviews/load";
import { reopenOpinions } from "@/lib/reviews/reopen-opinions";
import type { MoveReviewInput, RefuseReviewInput } from "@/lib/reviews/schema";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf } from "@/lib/server/work-items";

/** The drafter takes it back to change it: the signatures are void, the opinions are to be given anew. */
export function withdrawReview(
  actor: Actor,
  input: MoveReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "review.withdraw", input }, async (tx) => {
    const review = await lockReview(tx, input.id);
    const plan = assertMayMove("withdraw", await factsOf(tx, review, actor), actor);
    await moveReview(tx, input, plan);
    await voidSignatures(tx, review.id);
    await reopenOpinions(tx, review.id);
    await closeWorkItemsOf(tx, review.id);
    await recordAudit(tx, actor, {
      type: "review.withdrawn",
      subjectType: REVIEW,
      subjectId: review.id,
    });
    return { id: review.id };
  });
}

/** The drafter or the chief gives a draft up, with a reason; its number, if drawn, stays used. */
export function cancelReview(
  actor: Actor,
  input: RefuseReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "review.cancel", input }, async (tx) => {
    const review = await lockReview(tx, input.id);
    const plan = assertMayMove("cancel", await factsOf(tx, review, actor), actor);
    await moveReview(tx, input, plan, { cancelReason: input.comment.slice(0, 200) });
    await closeWorkItemsOf(tx, review.id);
    await recordAudit(tx, actor, {
      type: "review.cancelled",
      subjectType: REVIEW,
      subjectId: review.id,
      details: { comment: input.comment },
    });
    return { id: review.id };
  });
}
