import "server-only";
import { type Actor, canSign } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { type ReviewCommand, type ReviewFacts, reviewLifecycle } from "@/lib/reviews/lifecycle";
import { coversUntil, departmentOf, type ReviewDepartment } from "@/lib/reviews/policy";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";

export const REVIEW = "review";

const whole = {
  lines: { orderBy: { lineNo: "asc" } },
  opinions: { include: { lines: true } },
} as const satisfies Prisma.ReviewInclude;

export type WholeReview = Prisma.ReviewGetPayload<{ include: typeof whole }>;
export type ReviewOpinionRow = WholeReview["opinions"][number];

/** The review with its lines and opinions under a row lock; throws `common.not_found`. */
export async function lockReview(tx: Tx, id: string): Promise<WholeReview> {
  await tx.$queryRaw`select id from review where id = ${id}::uuid for update`;
  return getReview(tx, id);
}

/** The same without the lock; throws `common.not_found`. */
export async function getReview(tx: Pick<Tx, "review">, id: string): Promise<WholeReview> {
  const review = await tx.review.findUnique({ where: { id }, include: whole });
  if (!review) throw new DomainError("common.not_found");
  return review;
}

/** The department that this person answers for: reviewers are told apart by where they work. */
export async function departmentOfActor(
  tx: Pick<Tx, "person">,
  actor: Actor,
): Promise<ReviewDepartment | null> {
  if (actor.role !== "REVIEWER") return departmentOf({ role: actor.role, department: "" });
  const person = await tx.person.findUnique({
    where: { id: actor.id },
    select: { department: true },
  });
  return departmentOf({ role: actor.role, department: person?.department ?? "" });
}

const OPEN_STATUSES: ReviewFacts["status"][] = [
  "DRAFT",
  "CIRCULATING",
  "PENDING_CHIEF",
  "PENDING_DIRECTOR",
];

/** What the guards look at, for this person. */
export async function factsOf(
  tx: Pick<Tx, "attachment" | "person" | "review">,
  review: WholeReview,
  actor: Actor,
): Promise<ReviewFacts> {
  const department = await departmentOfActor(tx, actor);
  const until = lastCoveredDay(review);
  return {
    status: review.status,
    draftedById: review.draftedById,
    drafterIds: review.drafterIds,
    concludedById: review.concludedById,
    drawingAttached: review.status !== "DRAFT" || (await drawingNames(tx, review)).length > 0,
    departmentAsked: review.opinions.some((opinion) => opinion.department === department),
    openOpinions: review.opinions.filter(({ signedAt }) => signedAt === null).length,
    isExpired: until !== null && until < clock.today(),
    hasOpenVersion:
      review.status === "EFFECTIVE" &&
      (await tx.review.count({ where: { docNo: review.docNo, status: { in: OPEN_STATUSES } } })) >
        0,
  };
}

/** Names of the files that hang on it or on its intake record (F05). */
export async function drawingNames(
  tx: Pick<Tx, "attachment">,
  { id, intakeId }: Pick<WholeReview, "id" | "intakeId">,
): Promise<string[]> {
  const files = await tx.attachment.findMany({
    where: { subjectId: { in: [id, intakeId] } },
    select: { fileName: true },
  });
  return files.map(({ fileName }) => fileName);
}

/** The last day on which contracts may rest on it; null before it is effective. */
export function lastCoveredDay(review: Pick<WholeReview, "validUntil" | "reuseUntil">) {
  return coversUntil({
    validUntil: review.validUntil && fromDbDate(review.validUntil),
    reuseUntil: review.reuseUntil && fromDbDate(review.reuseUntil),
  });
}

/** Permissions as far as a delegation reaches reviews (F45); they have no amount. */
export const mayOnReview = canSign({ kind: REVIEW, amount: null });

/** Throws `reviews.<refusal>` (`common.forbidden`) when the command is not this person's to give now. */
export function assertMayMove<C extends ReviewCommand>(
  command: C,
  facts: ReviewFacts,
  actor: Actor,
) {
  const plan = reviewLifecycle.plan(command, facts, actor, mayOnReview);
  if (plan.ok) return plan;
  throw new DomainError(
    plan.refusal === "forbidden" ? "common.forbidden" : `reviews.${plan.refusal}`,
  );
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveReview(
  tx: Tx,
  at: { id: string; rowVersion: number },
  plan: { from: ReviewFacts["status"]; to: ReviewFacts["status"] },
  data: Prisma.ReviewUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.review.updateMany({
    where: { id: at.id, status: plan.from, rowVersion: at.rowVersion },
    data: { ...data, status: plan.to, rowVersion: { increment: 1 }, updatedAt: clock.now() },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

/** What the drafter and the departments sign: who wants what, and who is asked. */
export function requestHash(review: WholeReview): string {
  return contentHash(requestOf(review));
}

/** What the chief and the director sign: the request with its answers, the conclusion, dates and price floors. */
export function conclusionHash(review: WholeReview): string {
  return contentHash({
    ...requestOf(review),
    answers: review.opinions
      .map(({ department, result, detail, measures, personName }) => ({
        department,
        result,
        detail,
        measures,
        personName,
      }))
      .sort((a, b) => (a.department < b.department ? -1 : 1)),
    conclusion: review.conclusion,
    conclusionNote: review.conclusionNote,
    approved: review.lines.map(({ lineNo, approvedOn, approvedPrice }) => ({
      lineNo,
      approvedOn: approvedOn && fromDbDate(approvedOn),
      approvedPrice: approvedPrice && UnitPrice.of(approvedPrice).toString(),
    })),
  });
}

function requestOf(review: WholeReview) {
  return {
    customerId: review.customerId,
    customerName: review.customerName,
    contactName: review.contactName,
    version: review.version,
    reviewOn: fromDbDate(review.reviewOn),
    reviewKind: review.reviewKind,
    reviewMode: review.reviewMode,
    technicalRequirement: review.technicalRequirement,
    impliedRequirement: review.impliedRequirement,
    legalRequirement: review.legalRequirement,
    additionalRequirement: review.additionalRequirement,
    differences: review.differences,
    changeReason: review.changeReason,
    departments: review.opinions
      .map(({ department, item }) => ({ department, item }))
      .sort((a, b) => (a.department < b.department ? -1 : 1)),
    lines: review.lines.map((line) => ({
      lineNo: line.lineNo,
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      drawingRev: line.drawingRev,
      material: line.material,
      coating: line.coating,
      accuracyGrade: line.accuracyGrade,
      unit: line.unit,
      quantity: Quantity.of(line.quantity).toString(),
      usage: line.usage,
      wantedOn: fromDbDate(line.wantedOn),
      targetPrice: line.targetPrice && UnitPrice.of(line.targetPrice).toString(),
    })),
  };
}

/** The row on the home page: number and customer. */
export function reviewTitle(
  review: Pick<WholeReview, "docNo" | "customerName" | "version">,
): string {
  const version = review.version > 1 ? ` V${review.version}` : "";
  return `${review.docNo ?? ""}${version} ${review.customerName}`.trim();
}
