import "server-only";
import { type Actor, signerOf } from "@/lib/auth/permissions";
import { addDays, calendarDate, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { UnitPrice } from "@/lib/core/unit-price";
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
import { type ConcludedLine, conclusionIssues } from "@/lib/reviews/policy";
import type { ConcludeReviewInput } from "@/lib/reviews/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";

/**
 * The chief's conclusion with a promised date and a price floor per line (R1.1.3-C3); then it is the director's turn.
 * A conclusion that does not accept ends the review. Throws `reviews.<guard>`, `common.invalid_input` with one issue per
 * cell, `common.changed_meanwhile`.
 */
export function concludeReview(
  actor: Actor,
  input: ConcludeReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string; status: "PENDING_DIRECTOR" | "REJECTED" }> {
  return transactOnce({ key, actor, action: "review.conclude", input }, async (tx) => {
    const found = await lockReview(tx, input.id);
    const isRefused = input.conclusion === "REJECT";
    const command = isRefused ? "reject_by_chief" : "conclude";
    const plan = assertMayMove(command, await factsOf(tx, found, actor), actor);
    const lines = concludedLines(found, input);
    const issues = conclusionIssues({
      conclusion: input.conclusion,
      note: input.note,
      today: clock.today(),
      results: found.opinions.flatMap(({ result }) => result ?? []),
      lines,
    });
    if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
    await moveReview(tx, input, plan, {
      conclusion: input.conclusion,
      conclusionNote: input.note,
      concludedById: signerOf(actor, "review:conclude").signedById,
    });
    if (!isRefused) await writeApproved(tx, lines);
    const review = await lockReview(tx, found.id);
    await sign(tx, actor, {
      permission: "review:conclude",
      subjectType: REVIEW,
      subjectId: review.id,
      step: "CHECKED",
      decision: isRefused ? "REJECT" : "AGREE",
      comment: input.note.slice(0, 500),
      revision: review.version,
      contentHash: conclusionHash(review),
    });
    await closeWorkItemsOf(tx, review.id);
    if (!isRefused)
      await openWorkItem(tx, {
        kind: "review.approve",
        subjectType: REVIEW,
        subjectId: review.id,
        title: reviewTitle(review),
        role: "FACTORY_DIRECTOR",
        dueOn: addDays(clock.today(), 1),
      });
    await recordAudit(tx, actor, {
      type: isRefused ? "review.rejected" : "review.concluded",
      subjectType: REVIEW,
      subjectId: review.id,
      details: { conclusion: input.conclusion, comment: input.note },
    });
    return { id: review.id, status: plan.to };
  });
}

/** In the order of the form, so that each issue finds its cell; a line that the form left out is said at the end. */
function concludedLines(review: WholeReview, input: ConcludeReviewInput): ConcludedLine[] {
  const known = new Map(review.lines.map((line) => [line.id, line]));
  const typed = input.lines.filter(({ reviewLineId }) => known.has(reviewLineId));
  const missing = review.lines.filter(
    ({ id }) => !typed.some(({ reviewLineId }) => reviewLineId === id),
  );
  return [
    ...typed.map((line) => ({
      lineId: line.reviewLineId,
      approvedOn: line.approvedOn === null ? null : calendarDate(line.approvedOn),
      approvedPrice: line.approvedPrice === null ? null : UnitPrice.of(line.approvedPrice),
      proposedOn: proposedDate(review, line.reviewLineId),
    })),
    ...missing.map(({ id }) => ({
      lineId: id,
      approvedOn: null,
      approvedPrice: null,
      proposedOn: proposedDate(review, id),
    })),
  ];
}

function proposedDate(review: WholeReview, lineId: string) {
  const dates = review.opinions
    .flatMap(({ lines }) => lines)
    .filter(({ reviewLineId }) => reviewLineId === lineId)
    .flatMap(({ proposedOn }) => (proposedOn ? [fromDbDate(proposedOn)] : []))
    .sort();
  return dates.at(-1) ?? null;
}

async function writeApproved(tx: Tx, lines: readonly ConcludedLine[]): Promise<void> {
  for (const { lineId, approvedOn, approvedPrice } of lines)
    await tx.reviewLine.update({
      where: { id: lineId },
      data: {
        approvedOn: approvedOn && toDbDate(approvedOn),
        approvedPrice: approvedPrice?.toString() ?? null,
      },
    });
}
