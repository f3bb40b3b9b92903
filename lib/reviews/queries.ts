import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { isUuid } from "@/lib/core/uuid";
import { reviewedLines } from "@/lib/reviews/cover-lines";
import { type ReviewCommand, reviewLifecycle } from "@/lib/reviews/lifecycle";
import { linesWithoutDrawing } from "@/lib/reviews/line-drawings";
import {
  departmentOfActor,
  drawingNames,
  factsOf,
  getReview,
  lastCoveredDay,
  mayOnReview,
  type WholeReview,
} from "@/lib/reviews/load";
import {
  coversUntil,
  highestPrice,
  REVIEW_DEPARTMENTS,
  type ReviewDepartment,
} from "@/lib/reviews/policy";
import { reviewScope } from "@/lib/reviews/review-list";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { currentSettings } from "@/lib/settings/queries";

/** Who may look at reviews: its readers, and those who sign for somebody. */
export function mayReadReviews(actor: Actor): boolean {
  return can(actor, "review:read") || can(actor, "review:conclude") || can(actor, "review:approve");
}

/** Is the review in the actor's view? */
async function isReviewVisible(actor: Actor, id: string): Promise<boolean> {
  if (!isUuid(id) || !mayReadReviews(actor)) return false;
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from review r where r.id = ${id}::uuid and ${reviewScope(actor)}`;
  return rows.length > 0;
}

export type ReviewLineView = {
  id: string;
  lineNo: number;
  productId: string | null;
  productCode: string;
  productName: string;
  spec: string;
  drawingNo: string;
  drawingRev: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  unit: string;
  quantity: string;
  usage: string;
  wantedOn: CalendarDate;
  lineRemark: string;
  approvedOn: CalendarDate | null;
  /** What production proposed. */
  proposedOn: CalendarDate | null;
  /** Null for those who may not see prices, like the two below. */
  targetPrice: string | null;
  approvedPrice: string | null;
  /** The highest floor that finance or marketing proposed. */
  proposedPrice: string | null;
};

export type OpinionView = {
  id: string;
  department: ReviewDepartment;
  item: string;
  rowVersion: number;
  result: WholeReview["opinions"][number]["result"];
  /** Words about prices are for those who see prices. */
  detail: string;
  measures: string;
  hidden: boolean;
  answered: boolean;
  personName: string | null;
  onBehalfOf: string | null;
  signedAt: Date | null;
  lines: {
    reviewLineId: string;
    lineNo: number;
    proposedOn: CalendarDate | null;
    proposedPrice: string | null;
  }[];
};

export type ReviewDetail = NonNullable<Awaited<ReturnType<typeof findReview>>>;

/** One review as its page shows it, with the commands of this person; null when not in view. */
export async function findReview(actor: Actor, id: string) {
  if (!(await isReviewVisible(actor, id))) return null;
  const review = await getReview(db, id);
  const withPrices = seesPrices(actor);
  const [facts, ownDepartment, versions, intake, settings] = await Promise.all([
    factsOf(db, review, actor),
    departmentOfActor(db, actor),
    versionsOf(review),
    db.intake.findUnique({ where: { id: review.intakeId }, select: { docNo: true } }),
    currentSettings(db),
  ]);
  const opinions = REVIEW_DEPARTMENTS.flatMap((department) => {
    const opinion = review.opinions.find((row) => row.department === department);
    return opinion ? [opinionView(review, opinion, withPrices)] : [];
  });
  const until = lastCoveredDay(review);
  return {
    ...review,
    reviewOn: fromDbDate(review.reviewOn),
    validUntil: review.validUntil && fromDbDate(review.validUntil),
    reuseUntil: review.reuseUntil && fromDbDate(review.reuseUntil),
    coversUntil: until,
    isExpired: facts.isExpired && review.status === "EFFECTIVE",
    lines: review.lines.map((line) => lineView(review, line, withPrices)),
    opinions,
    /** The part that this person has to give, or could give anew. */
    ownPart: opinions.find(({ department }) => department === ownDepartment) ?? null,
    intakeNo: intake?.docNo ?? "",
    versions,
    withPrices,
    validityDays: settings.reviewValidityDays,
    drawingAttached: facts.drawingAttached,
    /** Of a draft: numbers of the lines that still lack their drawing. */
    linesWithoutDrawing:
      review.status === "DRAFT"
        ? linesWithoutDrawing(review.lines, await drawingNames(db, review)).flatMap(
            (index) => review.lines[index]?.lineNo ?? [],
          )
        : [],
    commands: reviewLifecycle.available(
      // The button stays where a drawing is still missing: it says so.
      { ...facts, drawingAttached: true },
      actor,
      mayOnReview,
    ) as ReviewCommand[],
  };
}

/** The other versions of the same number, oldest first. */
async function versionsOf({ docNo, id }: WholeReview) {
  if (docNo === null) return [];
  const rows = await db.review.findMany({
    where: { docNo, id: { not: id } },
    orderBy: { version: "asc" },
    select: { id: true, version: true, status: true },
  });
  return rows;
}

const price = (value: { toFixed(digits: number): string } | null) =>
  value === null ? null : UnitPrice.of(value).toString();

function lineView(
  review: WholeReview,
  line: WholeReview["lines"][number],
  withPrices: boolean,
): ReviewLineView {
  const proposals = review.opinions
    .flatMap(({ lines }) => lines)
    .filter(({ reviewLineId }) => reviewLineId === line.id);
  const dates = proposals.flatMap(({ proposedOn }) => (proposedOn ? [fromDbDate(proposedOn)] : []));
  return {
    id: line.id,
    lineNo: line.lineNo,
    productId: line.productId,
    productCode: line.productCode,
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
    lineRemark: line.lineRemark,
    approvedOn: line.approvedOn && fromDbDate(line.approvedOn),
    proposedOn: dates.sort().at(-1) ?? null,
    targetPrice: withPrices ? price(line.targetPrice) : null,
    approvedPrice: withPrices ? price(line.approvedPrice) : null,
    proposedPrice: withPrices
      ? highestPrice(proposals.map(({ proposedPriceFloor }) => price(proposedPriceFloor)))
      : null,
  };
}

function opinionView(
  review: WholeReview,
  opinion: WholeReview["opinions"][number],
  withPrices: boolean,
): OpinionView {
  const { department } = opinion;
  const hidden = !withPrices && (department === "FINANCE" || department === "MARKETING");
  const numbers = new Map(review.lines.map(({ id, lineNo }) => [id, lineNo]));
  return {
    id: opinion.id,
    department,
    item: opinion.item,
    rowVersion: opinion.rowVersion,
    result: opinion.result,
    detail: hidden ? "" : opinion.detail,
    measures: hidden ? "" : opinion.measures,
    hidden,
    answered: opinion.signedAt !== null,
    personName: opinion.personName,
    onBehalfOf: opinion.onBehalfOf,
    signedAt: opinion.signedAt,
    lines: opinion.lines
      .map(({ reviewLineId, proposedOn, proposedPriceFloor }) => ({
        reviewLineId,
        lineNo: numbers.get(reviewLineId) ?? 0,
        proposedOn: proposedOn && fromDbDate(proposedOn),
        proposedPrice: withPrices ? price(proposedPriceFloor) : null,
      }))
      .sort((a, b) => a.lineNo - b.lineNo),
  };
}

/** A line of a valid review, as the order screen offers it beside a NEW line. */
export type ReviewOffer = {
  reviewId: string;
  reviewNo: string;
  productId: string | null;
  drawingNo: string;
  drawingRev: string;
  spec: string;
  quantity: string;
  unit: string;
  floor: string;
  earliestOn: string;
  coversUntil: string;
};

/** What of a customer's reviews a contract could rest on today; nothing for those who see no prices. */
export async function reviewOffers(actor: Actor, customerId: string): Promise<ReviewOffer[]> {
  if (!can(actor, "review:read") || !seesPrices(actor)) return [];
  const today = clock.today();
  const lines = await reviewedLines(db, customerId);
  return lines
    .filter((line) => line.coversUntil >= today)
    .map((line) => ({
      reviewId: line.reviewId,
      reviewNo: line.reviewNo,
      productId: line.productId,
      drawingNo: line.drawingNo,
      drawingRev: line.drawingRev,
      spec: line.spec,
      quantity: line.quantity.toString(),
      unit: line.unit,
      floor: line.approvedPrice.toString(),
      earliestOn: line.approvedOn,
      coversUntil: line.coversUntil,
    }));
}

/** A review's lines as a contract begins with them; null while it covers nothing, or out of view. */
export async function findCoveringReview(actor: Actor, id: string) {
  if (!(await isReviewVisible(actor, id)) || !seesPrices(actor)) return null;
  const review = await getReview(db, id);
  const until = coversUntil({
    validUntil: review.validUntil && fromDbDate(review.validUntil),
    reuseUntil: review.reuseUntil && fromDbDate(review.reuseUntil),
  });
  if (review.status !== "EFFECTIVE" || until === null || until < clock.today()) return null;
  return {
    id: review.id,
    docNo: review.docNo ?? "",
    customerId: review.customerId,
    contactName: review.contactName,
    technicalRequirement: review.technicalRequirement,
    lines: review.lines.map((line) => ({
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      unit: line.unit,
      quantity: Quantity.of(line.quantity).toString(),
      approvedPrice: price(line.approvedPrice) ?? "",
      approvedOn: line.approvedOn ? fromDbDate(line.approvedOn) : "",
    })),
  };
}
