/** The split into stock and production of a changed contract: what is bound or in production already stays so. */
import type { SplitLine } from "@/lib/contracts/policy";
import { Quantity } from "@/lib/core/quantity";

export type LineToSplitAnew = {
  lineId: string;
  productId: string | null;
  quantity: Quantity;
  isProven: boolean;
  /** Reserved for the line or gone out, other than what the workshop made for it. */
  boundFromStock: Quantity;
  /** On production notices or already received from the workshop. */
  inProduction: Quantity;
};

/**
 * Stock already bound counts first, then what production has in hand, the rest from what is free, in line order
 * (rules 5.1: class and split are fixed anew). `free` per product, without the contract's own demand; not changed.
 */
export function splitAnew(
  lines: readonly LineToSplitAnew[],
  free: ReadonlyMap<string, Quantity>,
): SplitLine[] {
  const left = new Map(free);
  return lines.map(({ lineId, productId, quantity, isProven, boundFromStock, inProduction }) => {
    const bound = smaller(boundFromStock, quantity);
    if (!isProven || productId === null) {
      return {
        lineId,
        supplyType: "NEW" as const,
        qtyFromStock: bound,
        qtyToProduce: quantity.minus(bound),
      };
    }
    const made = smaller(inProduction, quantity.minus(bound));
    const available = left.get(productId) ?? Quantity.zero;
    const fromFree = smaller(
      available.isNegative() ? Quantity.zero : available,
      quantity.minus(bound).minus(made),
    );
    left.set(productId, available.minus(fromFree));
    const qtyFromStock = bound.plus(fromFree);
    const qtyToProduce = quantity.minus(qtyFromStock);
    const supplyType = qtyToProduce.isZero() ? ("STOCK" as const) : ("PRODUCE" as const);
    return { lineId, supplyType, qtyFromStock, qtyToProduce };
  });
}

const smaller = (a: Quantity, b: Quantity) => (a.isLessThan(b) ? a : b);
