import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
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
import { validityEnd } from "@/lib/reviews/policy";
import type { SignReviewInput } from "@/lib/reviews/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { currentSettings } from "@/lib/settings/queries";

const DAYS_TO_OFFER = 3;

/**
 * The factory director agrees: from today the review covers contracts for its validity (R1.1.3-C3), the version before
 * it covers nothing any more, and the drafter quotes or continues the order. Throws `reviews.<guard>`,
 * `reviews.not_concluded` when the chief signed other content, `common.changed_meanwhile`.
 */
export function approveReview(
  actor: Actor,
  input: SignReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string; validUntil: CalendarDate }> {
  return transactOnce({ key, actor, action: "review.approve", input }, async (tx) => {
    const today = clock.today();
    const review = await lockReview(tx, input.id);
    const plan = assertMayMove("approve", await factsOf(tx, review, actor), actor);
    const hash = conclusionHash(review);
    await assertConcluded(tx, review, hash);
    const { reviewValidityDays } = await currentSettings(tx);
    const validUntil = validityEnd(today, reviewValidityDays);
    await supersedeEarlier(tx, review);
    await moveReview(tx, input, plan, {
      validUntil: toDbDate(validUntil),
      effectiveAt: clock.now(),
    });
    await sign(tx, actor, {
      permission: "review:approve",
      subjectType: REVIEW,
      subjectId: review.id,
      step: "APPROVED",
      decision: "AGREE",
      comment: input.comment,
      revision: review.version,
      contentHash: hash,
    });
    await closeWorkItemsOf(tx, review.id);
    await openWorkItem(tx, {
      kind: "review.continue",
      subjectType: REVIEW,
      subjectId: review.id,
      title: reviewTitle(review),
      assigneeId: review.draftedById,
      dueOn: addDays(today, DAYS_TO_OFFER),
    });
    await recordAudit(tx, actor, {
      type: "review.approved",
      subjectType: REVIEW,
      subjectId: review.id,
      details: { validUntil, comment: input.comment },
    });
    return { id: review.id, validUntil };
  });
}

/** The chief must have signed exactly this conclusion. */
async function assertConcluded(tx: Tx, review: WholeReview, hash: string): Promise<void> {
  const signed = await tx.signature.count({
    where: {
      subjectId: review.id,
      step: "CHECKED",
      decision: "AGREE",
      voidedAt: null,
      contentHash: hash,
    },
  });
  if (signed === 0) throw new DomainError("reviews.not_concluded");
}

/** A version that is superseded covers nothing. */
async function supersedeEarlier(tx: Tx, review: WholeReview): Promise<void> {
  const earlier = await tx.review.findMany({
    where: { docNo: review.docNo, status: "EFFECTIVE", id: { not: review.id } },
    select: { id: true },
  });
  for (const { id } of earlier) {
    await tx.review.update({
      where: { id },
      data: { status: "SUPERSEDED", rowVersion: { increment: 1 }, updatedAt: clock.now() },
    });
    await closeWorkItemsOf(tx, id);
    await recordAudit(tx, null, {
      type: "review.superseded",
      subjectType: REVIEW,
      subjectId: id,
      details: { version: review.version.toFixed(0) },
    });
  }
}
