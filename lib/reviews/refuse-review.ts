import "server-only";
import type { Actor, Permission } from "@/lib/auth/permissions";
import { addDays } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import type { ReviewCommand } from "@/lib/reviews/lifecycle";
import {
  assertMayMove,
  conclusionHash,
  factsOf,
  lockReview,
  moveReview,
  REVIEW,
  reviewTitle,
  type WholeReview,
} from "@/lib/reviews/load";
import { reopenOpinions } from "@/lib/reviews/reopen-opinions";
import type { RefuseReviewInput } from "@/lib/reviews/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign, voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";

type Turn = { permission: Permission; step: "CHECKED" | "APPROVED"; by: "chief" | "director" };

const TURNS: Partial<Record<WholeReview["status"], Turn>> = {
  PENDING_CHIEF: { permission: "review:conclude", step: "CHECKED", by: "chief" },
  PENDING_DIRECTOR: { permission: "review:approve", step: "APPROVED", by: "director" },
};

/** Whoever's turn it is sends it back with words: a draft again, all signatures void, the opinions to be given anew. */
export function returnReview(
  actor: Actor,
  input: RefuseReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "review.return", input }, async (tx) => {
    const review = await refuse(tx, actor, input, "return");
    await voidSignatures(tx, review.id);
    await reopenOpinions(tx, review.id);
    await openWorkItem(tx, {
      kind: "review.returned",
      subjectType: REVIEW,
      subjectId: review.id,
      title: reviewTitle(review),
      assigneeId: review.draftedById,
      dueOn: addDays(clock.today(), 1),
    });
    return { id: review.id };
  });
}

/** Whoever's turn it is refuses it for good, with words. */
export function rejectReview(
  actor: Actor,
  input: RefuseReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "review.reject", input }, async (tx) => {
    const { id } = await refuse(tx, actor, input, "reject");
    return { id };
  });
}

async function refuse(
  tx: Tx,
  actor: Actor,
  input: RefuseReviewInput,
  how: "return" | "reject",
): Promise<WholeReview> {
  const review = await lockReview(tx, input.id);
  const turn = TURNS[review.status];
  if (!turn) throw new DomainError("reviews.wrong_status");
  const command: ReviewCommand = `${how}_by_${turn.by}`;
  const plan = assertMayMove(command, await factsOf(tx, review, actor), actor);
  await moveReview(tx, input, plan);
  await sign(tx, actor, {
    permission: turn.permission,
    subjectType: REVIEW,
    subjectId: review.id,
    step: turn.step,
    decision: how === "return" ? "RETURN" : "REJECT",
    comment: input.comment,
    revision: review.version,
    contentHash: conclusionHash(review),
  });
  await closeWorkItemsOf(tx, review.id);
  await recordAudit(tx, actor, {
    type: how === "return" ? "review.returned" : "review.rejected",
    subjectType: REVIEW,
    subjectId: review.id,
    details: { comment: input.comment },
  });
  return review;
}
