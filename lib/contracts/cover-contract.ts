import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { coverLines } from "@/lib/reviews/cover-lines";
import type { LineToCover } from "@/lib/reviews/cover-policy";
import type { Tx } from "@/lib/server/db";

type ContractLine = WholeContract["lines"][number];

export type ContractCover = {
  reviewNos: string;
  reviewIds: readonly string[];
  /** Why lines are not covered, each at its cell. */
  issues: FieldIssue[];
};

/** What the review must cover of a contract line. */
function lineToCover(line: ContractLine): LineToCover {
  return {
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
  };
}

/**
 * Looks up the concluded reviews of a contract's NEW lines and keeps them with the lines (R1.1.3-C1). Nothing is asked
 * for a contract without NEW lines. What is not covered comes back with its figures (R1.1.3-C3).
 */
export async function coverContract(
  tx: Tx,
  contract: Pick<WholeContract, "id" | "customerId" | "lines">,
  today: CalendarDate,
  isNew: (line: ContractLine) => boolean = ({ supplyType }) => supplyType === "NEW",
): Promise<ContractCover> {
  const { customerId, lines } = contract;
  const asked = lines.filter((line) => line.lineKind === "GOODS" && isNew(line)).map(lineToCover);
  const covers = await coverLines(tx, { customerId, today, lines: asked });
  const issues: FieldIssue[] = [];
  const found: { no: string; id: string }[] = [];
  for (const cover of covers) {
    const index = lines.findIndex(({ id }) => id === cover.lineId);
    if (!cover.ok) {
      for (const { cell, ...issue } of cover.issues)
        issues.push({ ...issue, path: `lines.${index}.${cell}` });
      continue;
    }
    found.push({ no: cover.reviewNo, id: cover.reviewId });
    await tx.contractLine.update({
      where: { id: cover.lineId },
      data: { reviewLineId: cover.reviewLineId, drawingRev: cover.drawingRev },
    });
  }
  return {
    reviewNos: [...new Set(found.map(({ no }) => no))].join("、").slice(0, 200),
    reviewIds: [...new Set(found.map(({ id }) => id))],
    issues,
  };
}

/** Before a signature: the reviews must still be valid and still cover the lines. Throws `contracts.review_settled`. */
export async function assertStillCovered(
  tx: Tx,
  contract: Pick<WholeContract, "id" | "customerId">,
  today: CalendarDate,
): Promise<void> {
  const lines = await tx.contractLine.findMany({
    where: { contractId: contract.id },
    orderBy: { lineNo: "asc" },
  });
  const { issues } = await coverContract(tx, { ...contract, lines }, today);
  if (issues.length > 0) throw new DomainError("contracts.review_settled", undefined, issues);
}
