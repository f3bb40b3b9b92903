/** Whether a concluded review covers a NEW line of a contract, and if not, why, in figures (R1.1.3-C1, R1.1.3-C3). */
import type { CalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import type { UnitPrice } from "@/lib/core/unit-price";
import { formatUnitPrice } from "@/lib/i18n/format";

/** A NEW line of a contract, or of its change; unit and price per base unit. */
export type LineToCover = {
  lineId: string;
  productId: string | null;
  productName: string;
  spec: string;
  drawingNo: string;
  /** Empty where the line does not say: then the reviewed revision is meant. */
  drawingRev: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  unit: string;
  quantity: Quantity;
  /** Tax-inclusive. */
  unitPrice: UnitPrice;
  deliveryOn: CalendarDate | null;
};

/** A line of an effective review of the same customer. */
export type ReviewedLine = {
  reviewLineId: string;
  reviewId: string;
  reviewNo: string;
  version: number;
  coversUntil: CalendarDate;
  productId: string | null;
  spec: string;
  drawingNo: string;
  drawingRev: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  unit: string;
  quantity: Quantity;
  approvedPrice: UnitPrice;
  approvedOn: CalendarDate;
};

/** A refusal at a cell of the line. */
type CoverIssue = {
  cell: "productId" | "spec" | "quantity" | "unitPrice" | "deliveryOn" | "unit";
  code: string;
  details: Record<string, string>;
};

export type Cover =
  | {
      ok: true;
      lineId: string;
      reviewLineId: string;
      reviewId: string;
      reviewNo: string;
      drawingRev: string;
    }
  | { ok: false; lineId: string; issues: CoverIssue[] };

/**
 * The best review line for each line: valid first, then the fewest objections, then the latest. Lines of one contract
 * that rest on the same review line share its quantity.
 */
export function judgeCover(
  lines: readonly LineToCover[],
  reviewed: readonly ReviewedLine[],
  today: CalendarDate,
): Cover[] {
  const used = new Map<string, Quantity>();
  return lines.map((line) => {
    const judged = reviewed
      .filter((candidate) => isSameThing(line, candidate))
      .map((candidate) => ({
        candidate,
        issues: objections(line, candidate, {
          today,
          used: used.get(candidate.reviewLineId) ?? Quantity.zero,
        }),
      }));
    const best = judged.reduce<(typeof judged)[number] | null>(
      (found, next) => (found === null || next.issues.length < found.issues.length ? next : found),
      null,
    );
    if (best === null) return { ok: false, lineId: line.lineId, issues: [notReviewed(line)] };
    if (best.issues.length > 0) return { ok: false, lineId: line.lineId, issues: best.issues };
    const { reviewLineId, reviewId, reviewNo, drawingRev } = best.candidate;
    used.set(reviewLineId, (used.get(reviewLineId) ?? Quantity.zero).plus(line.quantity));
    return { ok: true, lineId: line.lineId, reviewLineId, reviewId, reviewNo, drawingRev };
  });
}

/** The same product, or the same drawing where one of the two is not in the product list yet (Q45). */
export function isSameThing(
  line: Pick<LineToCover, "productId" | "drawingNo">,
  reviewed: Pick<ReviewedLine, "productId" | "drawingNo">,
): boolean {
  if (line.productId !== null && reviewed.productId !== null)
    return line.productId === reviewed.productId;
  return line.drawingNo !== "" && key(line.drawingNo) === key(reviewed.drawingNo);
}

const key = (text: string) => text.normalize("NFKC").replace(/\s/g, "").toUpperCase();

function notReviewed({ productName }: LineToCover): CoverIssue {
  return {
    cell: "productId",
    code: "reviews.line_not_reviewed",
    details: { product: productName },
  };
}

function objections(
  line: LineToCover,
  reviewed: ReviewedLine,
  { today, used }: { today: CalendarDate; used: Quantity },
): CoverIssue[] {
  const { reviewNo, coversUntil } = reviewed;
  if (coversUntil < today) {
    const details = { review: reviewNo, until: coversUntil };
    return [{ cell: "productId", code: "reviews.review_expired", details }];
  }
  const changed = changedSpec(line, reviewed);
  if (changed) return [{ cell: "spec", code: "reviews.spec_changed", details: changed }];
  const issues: CoverIssue[] = [];
  if (line.unit !== reviewed.unit) {
    const details = { review: reviewNo, reviewed: reviewed.unit, unit: line.unit };
    issues.push({ cell: "unit", code: "reviews.unit_changed", details });
  }
  const left = reviewed.quantity.minus(used);
  if (line.quantity.isGreaterThan(left)) {
    issues.push({
      cell: "quantity",
      code: "reviews.quantity_above_review",
      details: {
        review: reviewNo,
        reviewed: reviewed.quantity.toString(),
        left: left.toString(),
        quantity: line.quantity.toString(),
        unit: line.unit,
      },
    });
  }
  if (line.unitPrice.isLessThan(reviewed.approvedPrice)) {
    const details = {
      review: reviewNo,
      floor: formatUnitPrice(reviewed.approvedPrice),
      price: formatUnitPrice(line.unitPrice),
    };
    issues.push({ cell: "unitPrice", code: "reviews.price_below_floor", details });
  }
  if (line.deliveryOn !== null && line.deliveryOn < reviewed.approvedOn) {
    const details = { review: reviewNo, earliest: reviewed.approvedOn, date: line.deliveryOn };
    issues.push({ cell: "deliveryOn", code: "reviews.date_before_promise", details });
  }
  return issues;
}

/** What was reviewed and what is ordered now, where they differ; a change of specification is a new review. */
function changedSpec(line: LineToCover, reviewed: ReviewedLine): Record<string, string> | null {
  const same =
    key(line.spec) === key(reviewed.spec) &&
    key(line.drawingNo) === key(reviewed.drawingNo) &&
    (line.drawingRev === "" || key(line.drawingRev) === key(reviewed.drawingRev)) &&
    // Material and the like are typed for what is not in the product list yet: a contract line cannot name them.
    (line.productId === null ||
      reviewed.productId === null ||
      (key(line.material) === key(reviewed.material) &&
        key(line.coating) === key(reviewed.coating) &&
        key(line.accuracyGrade) === key(reviewed.accuracyGrade)));
  if (same) return null;
  return {
    review: reviewed.reviewNo,
    reviewed: specWords(reviewed),
    now: specWords({ ...line, drawingRev: line.drawingRev || reviewed.drawingRev }),
  };
}

function specWords(line: {
  spec: string;
  drawingNo: string;
  drawingRev: string;
  material: string;
  coating: string;
  accuracyGrade: string;
}): string {
  return [
    line.spec,
    [line.drawingNo, line.drawingRev].filter(Boolean).join("/"),
    line.material,
    line.coating,
    line.accuracyGrade,
  ]
    .filter(Boolean)
    .join(" ");
}
