import "server-only";
import { type Actor, signerOf } from "@/lib/auth/permissions";
import { addDays, type CalendarDate, calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { UnitPrice } from "@/lib/core/unit-price";
import { opinionKind } from "@/lib/reviews/circulate-review";
import {
  assertMayMove,
  departmentOfActor,
  factsOf,
  lockReview,
  REVIEW,
  type ReviewOpinionRow,
  requestHash,
  reviewTitle,
  type WholeReview,
} from "@/lib/reviews/load";
import { proposesDates, proposesPrices } from "@/lib/reviews/policy";
import type { AnswerReviewInput } from "@/lib/reviews/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";

/**
 * One department's own part, with name and time (R1.1.3-C2); production proposes a date, finance and marketing a
 * price floor, per line, unless it cannot be made. With the last answer it is the chief's turn. Throws `reviews.wrong_department` for
 * the part of another department, `reviews.<guard>`, `common.invalid_input`, `common.changed_meanwhile`.
 */
export function answerReview(
  actor: Actor,
  input: AnswerReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string; complete: boolean }> {
  return transactOnce({ key, actor, action: "review.answer", input }, async (tx) => {
    const review = await lockReview(tx, input.reviewId);
    await assertOwnPart(tx, actor, review, input);
    const opinion = review.opinions.find(({ department }) => department === input.department);
    if (!opinion) throw new DomainError("reviews.department_asked");
    const proposals = proposalsOf(review, input);
    await keepAnswer(tx, actor, opinion, input);
    await tx.reviewOpinionLine.deleteMany({ where: { opinionId: opinion.id } });
    await tx.reviewOpinionLine.createMany({
      data: proposals.map((row) => ({ ...row, opinionId: opinion.id })),
    });
    await sign(tx, actor, {
      permission: "review:opine",
      subjectType: REVIEW,
      subjectId: review.id,
      step: "REVIEW",
      decision: input.result === "CANNOT" ? "REJECT" : "AGREE",
      // What finance and marketing say of prices stays with their part, which is not shown to everybody.
      comment: proposesPrices(input.department) ? "" : input.detail.slice(0, 500),
      revision: review.version,
      contentHash: requestHash(review),
    });
    await closeWorkItem(tx, { kind: opinionKind(input.department), subjectId: review.id });
    await recordAudit(tx, actor, {
      type: "review.answered",
      subjectType: REVIEW,
      subjectId: review.id,
      details: { department: input.department, result: input.result },
    });
    const isLast = review.opinions.every(
      ({ id, signedAt }) => id === opinion.id || signedAt !== null,
    );
    if (isLast) await passToChief(tx, review);
    return { id: review.id, complete: isLast };
  });
}

/** Whose part it is comes before everything else: the wrong department hears so whatever the review's state. */
async function assertOwnPart(
  tx: Tx,
  actor: Actor,
  review: WholeReview,
  { department }: AnswerReviewInput,
): Promise<void> {
  const own = await departmentOfActor(tx, actor);
  if (own !== department)
    throw new DomainError("reviews.wrong_department", { asked: department, own: own ?? "none" });
  assertMayMove("answer", await factsOf(tx, review, actor), actor);
}

async function keepAnswer(
  tx: Tx,
  actor: Actor,
  opinion: ReviewOpinionRow,
  input: AnswerReviewInput,
): Promise<void> {
  const signer = signerOf(actor, "review:opine");
  const { count } = await tx.reviewOpinion.updateMany({
    where: { id: opinion.id, rowVersion: input.rowVersion },
    data: {
      result: input.result,
      detail: input.detail,
      measures: input.measures,
      personId: signer.signedById,
      personName: signer.signedByName,
      onBehalfOf: signer.onBehalfOfName,
      signedAt: clock.now(),
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

/** What is proposed per line; throws with one issue per cell. */
function proposalsOf(review: WholeReview, input: AnswerReviewInput) {
  const today = clock.today();
  const issues: FieldIssue[] = [];
  if (input.result !== "CAN" && input.detail === "")
    issues.push({ path: "detail", code: "reviews.detail_missing" });
  const typed = new Map(input.lines.map((line, index) => [line.reviewLineId, { line, index }]));
  const rows = review.lines.flatMap((reviewLine) => {
    const { line, index } = typed.get(reviewLine.id) ?? { line: null, index: 0 };
    const date = line?.proposedOn ? calendarDate(line.proposedOn) : null;
    const issue = dateIssue(input, date, today);
    if (issue) issues.push({ path: `lines.${index}.proposedOn`, ...issue });
    if (lacksPrice(input, line?.proposedPrice ?? null))
      issues.push({
        path: `lines.${index}.proposedPrice`,
        code: "reviews.proposed_price_missing",
      });
    const proposedOn = proposesDates(input.department) && date ? toDbDate(date) : null;
    const proposedPriceFloor =
      proposesPrices(input.department) && line?.proposedPrice
        ? UnitPrice.of(line.proposedPrice).toString()
        : null;
    if (!proposedOn && !proposedPriceFloor) return [];
    return [{ reviewLineId: reviewLine.id, proposedOn, proposedPriceFloor }];
  });
  if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
  return rows;
}

function dateIssue(
  { department, result }: AnswerReviewInput,
  date: CalendarDate | null,
  today: CalendarDate,
): Omit<FieldIssue, "path"> | null {
  if (!proposesDates(department) || result === "CANNOT") return null;
  if (date === null) return { code: "reviews.proposed_date_missing" };
  return date < today ? { code: "reviews.date_in_past", details: { today } } : null;
}

/** F05 wants the figure of finance and marketing for every line; without it the chief has no floor to go by. */
function lacksPrice({ department, result }: AnswerReviewInput, price: string | null): boolean {
  if (!proposesPrices(department) || result === "CANNOT") return false;
  return price === null || !UnitPrice.of(price).isPositive();
}

/** All that were asked have answered: the review goes on by itself. */
async function passToChief(tx: Tx, review: WholeReview): Promise<void> {
  const { count } = await tx.review.updateMany({
    where: { id: review.id, status: "CIRCULATING" },
    data: { status: "PENDING_CHIEF", rowVersion: { increment: 1 }, updatedAt: clock.now() },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  await openWorkItem(tx, {
    kind: "review.conclude",
    subjectType: REVIEW,
    subjectId: review.id,
    title: reviewTitle(review),
    role: "SECTION_CHIEF",
    dueOn: addDays(clock.today(), 1),
  });
  await recordAudit(tx, null, {
    type: "review.completed",
    subjectType: REVIEW,
    subjectId: review.id,
  });
}
