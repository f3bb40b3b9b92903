import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { getCustomerForOrder } from "@/lib/customers/queries";
import { recordReviewIntake, turnIntoReview } from "@/lib/intake/review-intake";
import { getProductsForLines } from "@/lib/products/queries";
import { assertMayMove, factsOf, lockReview, moveReview, REVIEW } from "@/lib/reviews/load";
import { askedDepartments } from "@/lib/reviews/policy";
import type { ReviewInput, SaveReviewInput } from "@/lib/reviews/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";

export type SavedReview = { id: string; rowVersion: number };

/**
 * Saves a review as a draft, new or existing (R1.1.3-C1); a directly typed one writes its intake record itself
 * (R1.1.1-a). Every drafter is remembered for the four eyes rule. Throws `reviews.<guard>` or `common.invalid_input`.
 */
export function saveReview(
  actor: Actor,
  input: SaveReviewInput,
  key: IdempotencyKey,
): Promise<SavedReview> {
  return transactOnce({ key, actor, action: "review.save", input }, async (tx) => {
    const customer = await getCustomerForOrder(tx, actor, input.review.customerId);
    const lines = await snapshotLines(tx, input.review);
    const prepared = { review: input.review, customer, lines };
    return input.id === null
      ? createReview(tx, actor, prepared)
      : editReview(tx, actor, { id: input.id, rowVersion: input.rowVersion ?? 0 }, prepared);
  });
}

type Prepared = {
  review: ReviewInput;
  customer: { id: string; name: string };
  lines: Awaited<ReturnType<typeof snapshotLines>>;
};

/** Lines with what the product list says; a product yet to be created is told by its drawing. */
async function snapshotLines(tx: Tx, { lines }: ReviewInput) {
  const products = await getProductsForLines(
    tx,
    lines.flatMap(({ productId }) => productId ?? []),
  );
  const issues: FieldIssue[] = [];
  const rows = lines.map((line, index) => {
    const product = line.productId === null ? null : products.get(line.productId);
    const at = (cell: string) => `review.lines.${index}.${cell}`;
    if (line.productId !== null && !product?.active)
      issues.push({ path: at("productName"), code: "reviews.product_unknown" });
    if (!product && line.drawingNo === "")
      issues.push({ path: at("drawingNo"), code: "reviews.drawing_no_missing" });
    if (product && line.unit !== product.unit)
      issues.push({
        path: at("unit"),
        code: "reviews.unit_not_base",
        details: { unit: product.unit },
      });
    return {
      lineNo: index + 1,
      productId: product?.id ?? null,
      productCode: product?.productCode ?? "",
      productName: product?.name ?? line.productName,
      spec: product?.spec ?? line.spec,
      drawingNo: product?.drawingNo || line.drawingNo,
      drawingRev: product ? product.drawingRev : line.drawingRev,
      material: product ? product.material : line.material,
      coating: product ? product.coating : line.coating,
      accuracyGrade: product ? product.accuracyGrade : line.accuracyGrade,
      unit: line.unit,
      quantity: Quantity.of(line.quantity).toString(),
      usage: line.usage,
      wantedOn: calendarDate(line.wantedOn),
      targetPrice: line.targetPrice === null ? null : UnitPrice.of(line.targetPrice).toString(),
      lineRemark: line.lineRemark,
    };
  });
  if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
  return rows;
}

async function createReview(tx: Tx, actor: Actor, prepared: Prepared): Promise<SavedReview> {
  const { review, customer, lines } = prepared;
  const now = clock.now();
  if (new Date(review.receivedAt) > now) {
    throw new DomainError("common.invalid_input", undefined, [
      { path: "review.receivedAt", code: "common.date_in_future" },
    ]);
  }
  const intakeId = review.intakeId ?? (await ownIntake(tx, actor, prepared));
  if (review.intakeId !== null) await turnIntoReview(tx, actor, review.intakeId);
  const saved = await tx.review.create({
    data: {
      ...headOf(prepared),
      intakeId,
      draftedById: actor.id,
      draftedByName: actor.name,
      drafterIds: [actor.id],
      createdAt: now,
      updatedAt: now,
      lines: { create: lines.map((line) => ({ ...line, wantedOn: toDbDate(line.wantedOn) })) },
      opinions: { create: askedOf(review) },
    },
    select: { id: true, rowVersion: true },
  });
  await recordAudit(tx, actor, {
    type: "review.drafted",
    subjectType: REVIEW,
    subjectId: saved.id,
    details: { customerName: customer.name },
  });
  return saved;
}

function ownIntake(tx: Tx, actor: Actor, { review, customer, lines }: Prepared): Promise<string> {
  return recordReviewIntake(tx, actor, {
    channel: review.channel,
    receivedAt: new Date(review.receivedAt),
    customerId: customer.id,
    customerName: customer.name,
    contactName: review.contactName || customer.name.slice(0, 40),
    contactPhone: review.contactPhone,
    lines: lines.map((line) => ({
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      unit: line.unit,
      quantity: line.quantity,
      wantedOn: line.wantedOn,
      targetPrice: line.targetPrice,
    })),
  });
}

async function editReview(
  tx: Tx,
  actor: Actor,
  at: { id: string; rowVersion: number },
  prepared: Prepared,
): Promise<SavedReview> {
  const before = await lockReview(tx, at.id);
  const plan = assertMayMove("edit", await factsOf(tx, before, actor), actor);
  // The customer of a numbered document stays: another customer is another document.
  if (before.docNo !== null && before.customerId !== prepared.customer.id)
    throw new DomainError("reviews.customer_fixed");
  await moveReview(tx, at, plan, {
    ...headOf(prepared),
    draftedById: actor.id,
    draftedByName: actor.name,
    drafterIds: [...new Set([...before.drafterIds, actor.id])],
  });
  await replaceLines(tx, at.id, prepared);
  await askAgain(tx, at.id, prepared.review);
  await recordAudit(tx, actor, { type: "review.edited", subjectType: REVIEW, subjectId: at.id });
  return { id: at.id, rowVersion: at.rowVersion + 1 };
}

async function replaceLines(tx: Tx, reviewId: string, { lines }: Prepared): Promise<void> {
  await tx.reviewOpinionLine.deleteMany({ where: { opinion: { reviewId } } });
  await tx.reviewLine.deleteMany({ where: { reviewId } });
  await tx.reviewLine.createMany({
    data: lines.map((line) => ({ ...line, wantedOn: toDbDate(line.wantedOn), reviewId })),
  });
}

/** The departments as chosen now; words that a department has written before stay as its beginning. */
async function askAgain(tx: Tx, reviewId: string, review: ReviewInput): Promise<void> {
  const asked = askedOf(review);
  await tx.reviewOpinion.deleteMany({
    where: { reviewId, department: { notIn: asked.map(({ department }) => department) } },
  });
  for (const { department, item } of asked) {
    await tx.reviewOpinion.upsert({
      where: { reviewId_department: { reviewId, department } },
      create: { reviewId, department, item },
      update: { item, rowVersion: { increment: 1 } },
    });
  }
}

function askedOf({ opinions }: ReviewInput) {
  const items = new Map(opinions.map(({ department, item }) => [department, item]));
  return askedDepartments([...items.keys()]).map((department) => ({
    department,
    item: items.get(department) ?? "",
  }));
}

function headOf({ review, customer }: Prepared) {
  return {
    customerId: customer.id,
    customerName: customer.name,
    contactName: review.contactName,
    reviewOn: toDbDate(calendarDate(review.reviewOn)),
    reviewKind: review.reviewKind,
    reviewMode: review.reviewMode,
    technicalRequirement: review.technicalRequirement,
    impliedRequirement: review.impliedRequirement,
    legalRequirement: review.legalRequirement,
    additionalRequirement: review.additionalRequirement,
    differences: review.differences,
    remark: review.remark,
  };
}
