/** What of a contract's lines can no longer change: delivered, on notices, in production, set aside (rules 5.1, Q38). */
import type { FieldIssue } from "@/lib/core/domain-error";
import type { Money } from "@/lib/core/money";
import type { Quantity } from "@/lib/core/quantity";
import type { UnitPrice } from "@/lib/core/unit-price";

/** A contract's line with what already rests on it. */
export type FrozenLine = {
  id: string;
  lineNo: number;
  isGoods: boolean;
  productId: string | null;
  productName: string;
  unit: string;
  unitPrice: UnitPrice;
  noticedQty: Quantity;
  noticedAmount: Money;
  deliveredQty: Quantity;
  closedQty: Quantity;
  taskedQty: Quantity;
  orderedPrepQty: Quantity;
};

/** The same line as the change wants it. */
export type WantedLine = {
  /** Where its cells stand in the form. */
  index: number;
  productId: string | null;
  unit: string;
  quantity: Quantity;
  unitPrice: UnitPrice;
  amount: Money;
};

/** On notices that count, or short closed: less than this cannot be ordered any more. */
export function floorOf({ noticedQty, closedQty }: FrozenLine): Quantity {
  return noticedQty.plus(closedQty);
}

/** Papers say which goods these are: product and unit stay. */
export function isGoodsFixed(line: FrozenLine): boolean {
  const { noticedQty, taskedQty, orderedPrepQty } = line;
  return [noticedQty, taskedQty, orderedPrepQty].some((quantity) => quantity.isPositive());
}

/** Something of it has left or stands on a notice, whose slips are signed with its amounts: the price stays. */
export function isPriceFixed({ deliveredQty, noticedQty }: FrozenLine): boolean {
  return deliveredQty.isPositive() || noticedQty.isPositive();
}

/** A line on which anything rests stays in the contract. */
function isRemovable(line: FrozenLine): boolean {
  return !isGoodsFixed(line) && line.closedQty.isZero() && line.noticedAmount.isZero();
}

/** What the change may not do, at its cell; removed lines are named at the lines. `wanted` by contract line. */
export function frozenIssues(
  lines: readonly FrozenLine[],
  wanted: ReadonlyMap<string, WantedLine>,
): FieldIssue[] {
  return lines.flatMap((line): FieldIssue[] => {
    const now = wanted.get(line.id);
    if (now) return line.isGoods ? goodsIssues(line, now) : chargeIssues(line, now);
    if (isRemovable(line)) return [];
    const details = { line: String(line.lineNo), product: line.productName };
    return [{ path: "lines", code: "changes.line_not_removable", details }];
  });
}

function goodsIssues(line: FrozenLine, now: WantedLine): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const at = (cell: string) => `lines.${now.index}.${cell}`;
  const floor = floorOf(line);
  if (now.quantity.isLessThan(floor)) {
    const details = { floor: floor.toString(), unit: line.unit };
    issues.push({ path: at("quantity"), code: "changes.below_floor", details });
  }
  if (isGoodsFixed(line)) {
    if (now.productId !== line.productId)
      issues.push({ path: at("productId"), code: "changes.product_fixed" });
    else if (now.unit !== line.unit) issues.push({ path: at("unit"), code: "changes.unit_fixed" });
  }
  if (isPriceFixed(line) && !now.unitPrice.equals(line.unitPrice)) {
    const details = { price: line.unitPrice.toString() };
    issues.push({ path: at("unitPrice"), code: "changes.price_fixed", details });
  }
  return issues;
}

/** What notices have charged of it stays charged. */
function chargeIssues(line: FrozenLine, now: WantedLine): FieldIssue[] {
  const { noticedAmount } = line;
  const isBelow = noticedAmount.isNegative()
    ? now.amount.isGreaterThan(noticedAmount)
    : now.amount.isLessThan(noticedAmount);
  if (noticedAmount.isZero() || !isBelow) return [];
  const details = { floor: noticedAmount.toString() };
  return [{ path: `lines.${now.index}.amount`, code: "changes.amount_below_floor", details }];
}
