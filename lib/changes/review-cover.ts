import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import type { FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { coverLines } from "@/lib/reviews/cover-lines";
import type { Tx } from "@/lib/server/db";

export type RevisionCover = {
  issues: FieldIssue[];
  /** The review line that covers each NEW line, and its review's number, by contract line. */
  reviews: ReadonlyMap<string, { reviewLineId: string; reviewNo: string }>;
};

/**
 * NEW lines that the change adds or alters need a concluded review that covers them (R1.1.3-C1); a line that stays as
 * it is keeps the one that it was signed under.
 */
export async function reviewCover(
  tx: Tx,
  before: WholeContract,
  next: WholeContract,
  today: CalendarDate,
): Promise<RevisionCover> {
  const old = new Map(before.lines.map((line) => [line.id, line]));
  const asked = next.lines.filter(
    (line) => line.supplyType === "NEW" && !isAsSigned(line, old.get(line.id)),
  );
  const covers = await coverLines(tx, {
    customerId: next.customerId,
    today,
    lines: asked.map((line) => ({
      lineId: line.id,
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      drawingRev: line.drawingRev,
      material: line.material,
      coating: line.coating,
      accuracyGrade: line.accuracyGrade,
      unit: line.unit,
      quantity: Quantity.of(line.quantity),
      unitPrice: UnitPrice.of(line.unitPrice),
      deliveryOn: line.deliveryOn && fromDbDate(line.deliveryOn),
    })),
  });
  const indexOf = new Map(next.lines.map(({ id }, index) => [id, index]));
  return {
    issues: covers.flatMap((cover) =>
      cover.ok
        ? []
        : cover.issues.map(({ cell, code, details }) => ({
            path: `lines.${indexOf.get(cover.lineId)}.${cell}`,
            code,
            ...(details && { details }),
          })),
    ),
    reviews: new Map(
      covers.flatMap((cover) =>
        cover.ok
          ? [[cover.lineId, { reviewLineId: cover.reviewLineId, reviewNo: cover.reviewNo }]]
          : [],
      ),
    ),
  };
}

type Line = WholeContract["lines"][number];

function isAsSigned(line: Line, old: Line | undefined): boolean {
  return (
    old?.supplyType === "NEW" &&
    old.reviewLineId !== null &&
    old.productId === line.productId &&
    old.spec === line.spec &&
    old.drawingNo === line.drawingNo &&
    old.quantity.equals(line.quantity) &&
    old.unitPrice.equals(line.unitPrice) &&
    old.deliveryOn?.getTime() === line.deliveryOn?.getTime()
  );
}
