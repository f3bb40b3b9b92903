import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { listActivePeople } from "@/lib/people/queries";
import { linesWithoutDrawing } from "@/lib/reviews/line-drawings";
import {
  assertMayMove,
  drawingNames,
  factsOf,
  lockReview,
  moveReview,
  REVIEW,
  requestHash,
  reviewTitle,
  type WholeReview,
} from "@/lib/reviews/load";
import { departmentOf, type ReviewDepartment, ROLE_OF_DEPARTMENT } from "@/lib/reviews/policy";
import type { MoveReviewInput } from "@/lib/reviews/schema";
import { copyAttachments } from "@/lib/server/attachments";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { sign } from "@/lib/server/signatures";
import type { WorkItemKindName } from "@/lib/server/work-item-kinds";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";

const DAYS_TO_ANSWER = 2;

/** The work item that asks a department for its part. */
export function opinionKind(department: ReviewDepartment): WorkItemKindName {
  return `review.opinion_${department.toLowerCase() as Lowercase<ReviewDepartment>}`;
}

/**
 * Sends the review to its departments (R1.1.3-C2): each finds its own part among its work. The number PS is drawn the
 * first time. Throws `reviews.<guard>` (without a drawing for every line nothing is circulated) or `common.invalid_input`.
 */
export function circulateReview(
  actor: Actor,
  input: MoveReviewInput,
  key: IdempotencyKey,
): Promise<{ docNo: string }> {
  return transactOnce({ key, actor, action: "review.circulate", input }, async (tx) => {
    const today = clock.today();
    const draft = await lockReview(tx, input.id);
    const plan = assertMayMove("circulate", await factsOf(tx, draft, actor), actor);
    const issues = circulationIssues(draft, today, await drawingNames(tx, draft));
    if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
    const people = await findAnswerers(draft);
    const docNo = draft.docNo ?? (await drawNumber(tx, "PS", today)).number;
    await moveReview(tx, input, plan, {
      docNo,
      circulatedAt: clock.now(),
      contentHash: requestHash(draft),
      conclusion: null,
      conclusionNote: "",
      concludedById: null,
    });
    await forgetConclusion(tx, draft.id);
    const review = { ...draft, docNo };
    await sign(tx, actor, {
      permission: "review:draft",
      subjectType: REVIEW,
      subjectId: review.id,
      step: "PREPARED",
      decision: "AGREE",
      revision: review.version,
      contentHash: requestHash(review),
    });
    // The departments see the review, not the intake record where a drawing may hang.
    await copyAttachments(tx, review.intakeId, {
      subjectType: REVIEW,
      subjectId: review.id,
      kind: "drawing",
    });
    await closeWorkItemsOf(tx, review.id);
    for (const { department } of review.opinions)
      await openWorkItem(tx, {
        kind: opinionKind(department),
        subjectType: REVIEW,
        subjectId: review.id,
        title: reviewTitle(review),
        ...(people.get(department) ?? { role: ROLE_OF_DEPARTMENT[department] }),
        dueOn: addDays(today, DAYS_TO_ANSWER),
      });
    await recordAudit(tx, actor, {
      type: "review.circulated",
      subjectType: REVIEW,
      subjectId: review.id,
      details: { docNo },
    });
    return { docNo };
  });
}

function circulationIssues(
  review: WholeReview,
  today: CalendarDate,
  fileNames: readonly string[],
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (review.lines.length === 0) issues.push({ path: "lines", code: "reviews.lines_missing" });
  if (review.technicalRequirement.trim() === "")
    issues.push({ path: "technicalRequirement", code: "reviews.requirement_missing" });
  for (const [index, line] of review.lines.entries()) {
    if (fromDbDate(line.wantedOn) < today)
      issues.push({
        path: `lines.${index}.wantedOn`,
        code: "reviews.wanted_in_past",
        details: { today },
      });
  }
  for (const index of linesWithoutDrawing(review.lines, fileNames)) {
    const line = review.lines[index];
    issues.push({
      path: `lines.${index}.drawingNo`,
      code: "reviews.line_drawing_missing",
      details: {
        line: String(line?.lineNo ?? ""),
        product: [line?.productName, line?.drawingNo].filter(Boolean).join(" "),
      },
    });
  }
  return issues;
}

async function forgetConclusion(tx: Tx, reviewId: string): Promise<void> {
  await tx.reviewLine.updateMany({
    where: { reviewId },
    data: { approvedOn: null, approvedPrice: null },
  });
}

/**
 * Quality and purchasing share a role: their question goes to the one person of the department, and to the role when
 * there are several. Throws `reviews.nobody_answers` when nobody works there.
 */
async function findAnswerers(
  review: WholeReview,
): Promise<Map<ReviewDepartment, { assigneeId: string } | { role: "REVIEWER" }>> {
  const asked = review.opinions
    .map(({ department }) => department)
    .filter((department) => ROLE_OF_DEPARTMENT[department] === "REVIEWER");
  const found = new Map<ReviewDepartment, { assigneeId: string } | { role: "REVIEWER" }>();
  if (asked.length === 0) return found;
  const reviewers = await listActivePeople(["REVIEWER"]);
  for (const department of asked) {
    const [first, ...others] = reviewers.filter((person) => departmentOf(person) === department);
    if (!first) throw new DomainError("reviews.nobody_answers", { department });
    found.set(department, others.length > 0 ? { role: "REVIEWER" } : { assigneeId: first.id });
  }
  return found;
}
