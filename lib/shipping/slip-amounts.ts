/** What an outbound slip takes of its notice, and what the keeper's issue makes of it (4.1, rules 5.5). */
import type { FieldIssue } from "@/lib/core/domain-error";
import { Money, nextShare } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { slipLineAmount, type UnitPrice } from "@/lib/core/unit-price";
import type { LineKind } from "./notice-amounts";

/** A notice line with what stands on other slips of the notice and of the whole contract line. */
export type SlippableLine = {
  noticeLineId: string;
  lineKind: LineKind;
  unit: string;
  quantity: Quantity;
  amount: Money;
  unitPrice: UnitPrice;
  slippedQty: Quantity;
  slippedAmount: Money;
  /** On all live slips of the contract line: what "delivered so far" will be. */
  lineQtySoFar: Quantity;
  lineAmountSoFar: Money;
};

export type SlipShare = { noticeLineId: string; quantity: Quantity; amount: Money };

function slipRest(line: SlippableLine): Quantity {
  return line.quantity.minus(line.slippedQty);
}

/**
 * The slip's lines: amounts continue those of earlier slips, so that the parts add up to the contract line; positive
 * charges go with the first slip of the notice, the discount follows the goods (4.1).
 */
export function shareOnSlip(
  lines: readonly SlippableLine[],
  requested: ReadonlyMap<string, Quantity>,
): { shares: SlipShare[]; issues: FieldIssue[] } {
  const issues: FieldIssue[] = [];
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  const taken = new Map(
    goods.map((line) => [line.noticeLineId, takeGoods(line, requested, issues)]),
  );
  if (![...taken.values()].some(({ quantity }) => quantity.isPositive())) {
    issues.push({ path: "lines", code: "shipping.nothing_to_ship" });
  }
  const isLast = goods.every((line) =>
    slipRest(line).equals(taken.get(line.noticeLineId)?.quantity ?? Quantity.zero),
  );
  const progress = Money.sum(
    goods.map((line) =>
      line.slippedAmount.plus(taken.get(line.noticeLineId)?.amount ?? Money.zero),
    ),
  );
  const whole = Money.sum(goods.map(({ amount }) => amount));
  const shares = lines.map((line): SlipShare => {
    const goodsShare = taken.get(line.noticeLineId);
    if (goodsShare) return goodsShare;
    const rest = line.amount.minus(line.slippedAmount);
    const isPartOfDiscount = line.lineKind === "DISCOUNT" && !isLast && !whole.isZero();
    const amount = isPartOfDiscount
      ? nextShare(line.amount, line.slippedAmount, progress, whole)
      : rest;
    return { noticeLineId: line.noticeLineId, quantity: Quantity.zero, amount };
  });
  return {
    shares: shares.filter(({ quantity, amount }) => quantity.isPositive() || !amount.isZero()),
    issues,
  };
}

function takeGoods(
  line: SlippableLine,
  requested: ReadonlyMap<string, Quantity>,
  issues: FieldIssue[],
): SlipShare {
  const quantity = requested.get(line.noticeLineId) ?? Quantity.zero;
  const path = `quantities.${line.noticeLineId}`;
  const rest = slipRest(line);
  const details = { available: rest.toString(), unit: line.unit };
  if (quantity.isNegative()) issues.push({ path, code: "shipping.quantity_not_positive" });
  else if (quantity.isGreaterThan(rest))
    issues.push({ path, code: "shipping.over_notice_quantity", details });
  const amount = slipLineAmount(line.lineQtySoFar, line.lineAmountSoFar, quantity, line.unitPrice);
  return {
    noticeLineId: line.noticeLineId,
    quantity,
    amount: quantity.isZero() ? Money.zero : amount,
  };
}

/** A line of an approved slip; `lineQtySoFar` and `lineAmountSoFar` are those of all other live slips. */
export type IssuableLine = {
  slipLineId: string;
  lineKind: LineKind;
  unit: string;
  requestedQty: Quantity;
  amount: Money;
  unitPrice: UnitPrice;
  lineQtySoFar: Quantity;
  lineAmountSoFar: Money;
};

export type IssuedShare = { slipLineId: string; quantity: Quantity; amount: Money };

/**
 * What was really issued. A full line keeps the amount that was signed; a short one is priced anew by the same
 * formula, its discount follows in proportion. Never more than requested (rules 5.5).
 */
export function shareIssued(
  lines: readonly IssuableLine[],
  issued: ReadonlyMap<string, Quantity>,
): { shares: IssuedShare[]; isShort: boolean; issues: FieldIssue[] } {
  const issues: FieldIssue[] = [];
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  const left = new Map(goods.map((line) => [line.slipLineId, issueGoods(line, issued, issues)]));
  if (![...left.values()].some(({ quantity }) => quantity.isPositive())) {
    issues.push({ path: "lines", code: "shipping.nothing_issued" });
  }
  const whole = Money.sum(goods.map(({ amount }) => amount));
  const progress = Money.sum([...left.values()].map(({ amount }) => amount));
  const isShort = goods.some((line) =>
    left.get(line.slipLineId)?.quantity.isLessThan(line.requestedQty),
  );
  const shares = lines.map((line): IssuedShare => {
    const goodsShare = left.get(line.slipLineId);
    if (goodsShare) return goodsShare;
    const isPart = line.lineKind === "DISCOUNT" && isShort && !whole.isZero();
    const amount = isPart ? nextShare(line.amount, Money.zero, progress, whole) : line.amount;
    return { slipLineId: line.slipLineId, quantity: Quantity.zero, amount };
  });
  return { shares, isShort, issues };
}

function issueGoods(
  line: IssuableLine,
  issued: ReadonlyMap<string, Quantity>,
  issues: FieldIssue[],
): IssuedShare {
  const quantity = issued.get(line.slipLineId) ?? line.requestedQty;
  const path = `quantities.${line.slipLineId}`;
  const details = { available: line.requestedQty.toString(), unit: line.unit };
  if (quantity.isNegative()) issues.push({ path, code: "shipping.quantity_not_positive" });
  else if (quantity.isGreaterThan(line.requestedQty)) {
    issues.push({ path, code: "shipping.over_requested_quantity", details });
  }
  if (quantity.equals(line.requestedQty))
    return { slipLineId: line.slipLineId, quantity, amount: line.amount };
  const amount = quantity.isZero()
    ? Money.zero
    : slipLineAmount(line.lineQtySoFar, line.lineAmountSoFar, quantity, line.unitPrice);
  return { slipLineId: line.slipLineId, quantity, amount };
}
