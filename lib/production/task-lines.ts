import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import { wholePieceIssues } from "@/lib/settings/whole-pieces";
import { type ContractLine, type ProducibleLine, producibleLines } from "./producible-lines";
import type { SaveTaskInput } from "./schema";
import type { WholeTask } from "./task-load";

type Asked = SaveTaskInput["lines"][number];

/** One line of a notice: what of the contract line is made, and how much of it is beyond the contract. */
export type TaskShare = {
  line: ContractLine;
  productId: string;
  asked: Asked;
  extraQty: Quantity;
};

/**
 * What the typed quantities ask of the contract's lines. Throws `common.invalid_input` with an issue for each cell:
 * a row that is not to be produced, part of a piece, more than the rest without its reason.
 */
export async function taskShares(
  tx: Tx,
  contract: WholeContract,
  asked: readonly Asked[],
): Promise<TaskShare[]> {
  const rows = new Map(producibleLines(contract).map((row) => [row.line.id, row]));
  const issues: FieldIssue[] = [];
  const seen = new Set<string>();
  const shares = asked.flatMap((wish, index) => {
    if (wish.quantity.isZero()) return [];
    const row = rows.get(wish.contractLineId);
    const fault = faultOf({
      wish,
      row,
      index,
      isRepeated: seen.has(wish.contractLineId),
    });
    seen.add(wish.contractLineId);
    if (fault) {
      issues.push(fault);
      return [];
    }
    return row ? [shareOf(row, wish)] : [];
  });
  const cells = asked.map(({ contractLineId, quantity }, index) => ({
    path: `lines.${index}.quantity`,
    unit: rows.get(contractLineId)?.line.unit ?? "",
    quantity,
  }));
  issues.push(...(await wholePieceIssues(tx, cells)));
  if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
  if (shares.length === 0) throw new DomainError("production.task_has_lines");
  return shares;
}

function shareOf({ line, productId, rest }: ProducibleLine, asked: Asked): TaskShare {
  return { line, productId, asked, extraQty: asked.quantity.minus(asked.quantity.min(rest)) };
}

type Wish = {
  wish: Asked;
  row: ProducibleLine | undefined;
  index: number;
  isRepeated: boolean;
};

function faultOf({ wish, row, index, isRepeated }: Wish): FieldIssue | null {
  const at = (field: string) => `lines.${index}.${field}`;
  if (!row || isRepeated) return { path: at("quantity"), code: "production.line_not_to_produce" };
  const { unit } = row.line;
  if (wish.quantity.isGreaterThan(row.rest) && wish.extraReason === "")
    return {
      path: at("extraReason"),
      code: "production.extra_needs_reason",
      details: { rest: row.rest.toString(), unit },
    };
  return null;
}

/** Lines are snapshots of the contract's; rewritten whole while the notice is a draft. */
export async function writeTaskLines(
  tx: Tx,
  taskId: string,
  shares: readonly TaskShare[],
): Promise<void> {
  await tx.taskLine.deleteMany({ where: { taskId } });
  await tx.taskLine.createMany({
    data: shares.map(({ line, productId, asked, extraQty }, index) => ({
      taskId,
      lineNo: index + 1,
      contractLineId: line.id,
      productId,
      productCode: line.productCode,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      drawingRev: line.drawingRev,
      material: line.material,
      coating: line.coating,
      accuracyGrade: line.accuracyGrade,
      unit: line.unit,
      quantity: asked.quantity.toString(),
      extraQty: extraQty.toString(),
      extraReason: extraQty.isPositive() ? asked.extraReason : "",
      requiredOn: toDbDate(asked.requiredOn),
      contractDueOn: line.deliveryOn,
      technicalRequirement: asked.technicalRequirement,
      packingRequirement: asked.packingRequirement,
    })),
  });
}

/** What a notice claims of the contract's lines: its quantities without what is made beyond the contract. */
export function claimsOf(task: WholeTask, sign: 1 | -1) {
  return task.lines.flatMap(({ contractLineId, quantity, extraQty }) => {
    if (contractLineId === null) return [];
    const share = Quantity.of(quantity).minus(Quantity.of(extraQty));
    return [{ contractLineId, quantity: sign === 1 ? share : share.negated() }];
  });
}
