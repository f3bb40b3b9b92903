import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { assertMayMove, factsOf, lockReview, moveReview, REVIEW } from "@/lib/reviews/load";
import { validityEnd } from "@/lib/reviews/policy";
import type { SignReviewInput } from "@/lib/reviews/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { currentSettings } from "@/lib/settings/queries";

/**
 * After the validity a technical person confirms that the same drawing revision may be made again as it was reviewed:
 * it covers contracts for another validity from today (Q45). Throws `reviews.<guard>`, `common.changed_meanwhile`.
 */
export function confirmReuse(
  actor: Actor,
  input: SignReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string; reuseUntil: CalendarDate }> {
  return transactOnce({ key, actor, action: "review.confirm_reuse", input }, async (tx) => {
    const review = await lockReview(tx, input.id);
    const plan = assertMayMove("confirm_reuse", await factsOf(tx, review, actor), actor);
    const { reviewValidityDays } = await currentSettings(tx);
    const reuseUntil = validityEnd(clock.today(), reviewValidityDays);
    await moveReview(tx, input, plan, {
      reuseUntil: toDbDate(reuseUntil),
      reuseConfirmedById: actor.id,
      reuseConfirmedByName: actor.name,
    });
    await recordAudit(tx, actor, {
      type: "review.reuse_confirmed",
      subjectType: REVIEW,
      subjectId: review.id,
      details: { reuseUntil, comment: input.comment },
    });
    return { id: review.id, reuseUntil };
  });
}
