/** What a shipping notice takes of its contract: quantities, charges and the share of the discount (4.1, Q29). */
import type { FieldIssue } from "@/lib/core/domain-error";
import { Money, nextShare } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { slipLineAmount, type UnitPrice } from "@/lib/core/unit-price";

export type LineKind = "GOODS" | "FREIGHT" | "PACKING" | "OTHER" | "DISCOUNT";

/** A contract line with what other notices have claimed of it already. */
export type ClaimableLine = {
  contractLineId: string;
  lineKind: LineKind;
  unit: string;
  /** To be delivered at all: short closed quantities are not in it (Q29). */
  quantity: Quantity;
  /** From stock, prepared where that is asked for, and made: what must be produced first cannot be noticed (R1.1.3-B3). */
  readyQty: Quantity;
  /** In a mixed contract: the stock part that its preparation order has not ready, and the order's number (R1.1.3-P). */
  unprepared: { quantity: Quantity; by: string } | null;
  unitPrice: UnitPrice;
  amount: Money;
  noticedQty: Quantity;
  noticedAmount: Money;
};

/** The typed part of a notice: quantities of goods and amounts of positive charges, by contract line. */
export type NoticeWish = {
  quantities: ReadonlyMap<string, Quantity>;
  charges: ReadonlyMap<string, Money>;
};

export type NoticeShare = { contractLineId: string; quantity: Quantity; amount: Money };

/** What may still be noticed of a goods line: what is ready less what notices hold. */
export function noticeableRest(line: ClaimableLine): Quantity {
  const rest = line.readyQty.min(line.quantity).minus(line.noticedQty);
  return rest.isNegative() ? Quantity.zero : rest;
}

/** What is left of a charge. */
export function chargeRest(line: ClaimableLine): Money {
  return line.amount.minus(line.noticedAmount);
}

/** Everything that is left, as a first proposal: rest quantities, positive charges in full (4.1). */
export function proposeAll(lines: readonly ClaimableLine[]): NoticeWish {
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  const charges = lines.filter(({ lineKind }) => lineKind !== "GOODS" && lineKind !== "DISCOUNT");
  return {
    quantities: new Map(goods.map((line) => [line.contractLineId, noticeableRest(line)])),
    charges: new Map(charges.map((line) => [line.contractLineId, chargeRest(line)])),
  };
}

/**
 * The notice's lines in contract order, goods of quantity zero and empty charges left out. The discount follows the
 * goods pro rata; its remainder and what is left of the charges fall to the notice that takes the last goods.
 */
export function shareOut(
  lines: readonly ClaimableLine[],
  wish: NoticeWish,
): { shares: NoticeShare[]; issues: FieldIssue[] } {
  const issues: FieldIssue[] = [];
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  const taken = new Map(goods.map((line) => [line.contractLineId, takeGoods(line, wish, issues)]));
  const isLast = goods.every((line) =>
    line.noticedQty
      .plus(taken.get(line.contractLineId)?.quantity ?? Quantity.zero)
      .equals(line.quantity),
  );
  if (![...taken.values()].some(({ quantity }) => quantity.isPositive())) {
    issues.push({ path: "lines", code: "shipping.nothing_to_ship" });
  }
  const progress = Money.sum(
    goods.map((line) =>
      line.noticedAmount.plus(taken.get(line.contractLineId)?.amount ?? Money.zero),
    ),
  );
  const whole = Money.sum(goods.map(({ amount }) => amount));
  const shares = lines.map((line): NoticeShare => {
    const goodsShare = taken.get(line.contractLineId);
    if (goodsShare) return goodsShare;
    const amount =
      line.lineKind === "DISCOUNT"
        ? discountShare(line, { isLast, progress, whole })
        : takeCharge(line, wish, isLast, issues);
    return { contractLineId: line.contractLineId, quantity: Quantity.zero, amount };
  });
  return {
    shares: shares.filter(({ quantity, amount }) => quantity.isPositive() || !amount.isZero()),
    issues,
  };
}

function takeGoods(
  line: ClaimableLine,
  { quantities }: NoticeWish,
  issues: FieldIssue[],
): NoticeShare {
  const quantity = quantities.get(line.contractLineId) ?? Quantity.zero;
  const path = `quantities.${line.contractLineId}`;
  const rest = noticeableRest(line);
  if (quantity.isNegative()) issues.push({ path, code: "shipping.quantity_not_positive" });
  else if (quantity.isGreaterThan(rest)) {
    issues.push({ path, ...overRest(line, rest) });
  }
  const amount = slipLineAmount(line.noticedQty, line.noticedAmount, quantity, line.unitPrice);
  return {
    contractLineId: line.contractLineId,
    quantity,
    amount: quantity.isZero() ? Money.zero : amount,
  };
}

/** Why no more can be noticed, and what would help. */
function overRest(line: ClaimableLine, rest: Quantity): Omit<FieldIssue, "path"> {
  const figures = { available: rest.toString(), unit: line.unit };
  if (line.unprepared?.quantity.isPositive()) {
    const { quantity, by } = line.unprepared;
    const details = { ...figures, unprepared: quantity.toString(), by };
    return { code: by ? "shipping.not_prepared" : "shipping.preparation_missing", details };
  }
  const waitsForProduction = line.readyQty.isLessThan(line.quantity);
  const code = waitsForProduction ? "shipping.over_stock_part" : "shipping.over_contract_quantity";
  return { code, details: figures };
}

function takeCharge(
  line: ClaimableLine,
  { charges }: NoticeWish,
  isLast: boolean,
  issues: FieldIssue[],
): Money {
  const amount = charges.get(line.contractLineId) ?? Money.zero;
  const path = `charges.${line.contractLineId}`;
  const rest = chargeRest(line);
  const details = { available: rest.toString() };
  if (amount.isNegative()) issues.push({ path, code: "shipping.charge_negative" });
  else if (amount.isGreaterThan(rest))
    issues.push({ path, code: "shipping.over_contract_charge", details });
  else if (isLast && amount.isLessThan(rest))
    issues.push({ path, code: "shipping.charge_left_over", details });
  return amount;
}

function discountShare(
  line: ClaimableLine,
  { isLast, progress, whole }: { isLast: boolean; progress: Money; whole: Money },
): Money {
  if (isLast || whole.isZero()) return chargeRest(line);
  return nextShare(line.amount, line.noticedAmount, progress, whole);
}

/**
 * "Ship what is paid": lowers quantities from the last line upwards until the notice costs no more than `affordable`
 * (rules 5.4). Charges stay; the answer may take nothing at all.
 */
export function lowerToFunds(
  lines: readonly ClaimableLine[],
  wish: NoticeWish,
  affordable: Money,
): NoticeWish {
  const costOf = (quantities: ReadonlyMap<string, Quantity>) =>
    Money.sum(shareOut(lines, { ...wish, quantities }).shares.map(({ amount }) => amount));
  const quantities = new Map(wish.quantities);
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  for (const line of goods.toReversed()) {
    if (!costOf(quantities).isGreaterThan(affordable)) break;
    const most = quantities.get(line.contractLineId) ?? Quantity.zero;
    const fits = (candidate: Quantity) =>
      !costOf(new Map(quantities).set(line.contractLineId, candidate)).isGreaterThan(affordable);
    quantities.set(line.contractLineId, largestFitting(most, fits));
  }
  return { ...wish, quantities };
}

/** The largest whole quantity up to `most` that fits, by halving; zero when none does. */
function largestFitting(most: Quantity, fits: (candidate: Quantity) => boolean): Quantity {
  let low = 0n;
  let high = BigInt(most.toString().split(".")[0] ?? "0");
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (fits(Quantity.of(middle.toString()))) low = middle;
    else high = middle - 1n;
  }
  return Quantity.of(low.toString());
}
