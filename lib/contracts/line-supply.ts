/** What of a contract line may be shipped, prepared, or split again (rules 5.1, 5.6). Pure. */
import { Quantity } from "@/lib/core/quantity";

/** The figures of a goods line, in base units. */
export type LineSupply = {
  quantity: Quantity;
  closedQty: Quantity;
  qtyFromStock: Quantity;
  qtyToProduce: Quantity;
  producedQty: Quantity;
  /** On preparation orders from their submission on, and prepared by the keeper. */
  orderedPrepQty: Quantity;
  preparedQty: Quantity;
  noticedQty: Quantity;
  taskedQty: Quantity;
};

type Figure = { toFixed(digits: number): string };
export type SupplyRow = { [K in keyof LineSupply]: Figure };

export function lineSupply(row: SupplyRow): LineSupply {
  return {
    quantity: Quantity.of(row.quantity),
    closedQty: Quantity.of(row.closedQty),
    qtyFromStock: Quantity.of(row.qtyFromStock),
    qtyToProduce: Quantity.of(row.qtyToProduce),
    producedQty: Quantity.of(row.producedQty),
    orderedPrepQty: Quantity.of(row.orderedPrepQty),
    preparedQty: Quantity.of(row.preparedQty),
    noticedQty: Quantity.of(row.noticedQty),
    taskedQty: Quantity.of(row.taskedQty),
  };
}

/** Partly in stock, partly to be produced: a preparation order is mandatory (R1.1.3-P, Q10). */
export function isMixed(
  lines: readonly { qtyFromStock: Figure | Quantity; qtyToProduce: Figure | Quantity }[],
): boolean {
  const positive = (figure: Figure | Quantity) => Quantity.of(figure).isPositive();
  return (
    lines.some(({ qtyFromStock }) => positive(qtyFromStock)) &&
    lines.some(({ qtyToProduce }) => positive(qtyToProduce))
  );
}

/** What is still to be delivered at all: short closed quantities are not (Q29). */
export function deliverable({ quantity, closedQty }: Pick<LineSupply, "quantity" | "closedQty">) {
  return quantity.minus(closedQty);
}

/** Something of the line is still to be made: 待生产 until the workshop has delivered it (R1.1.3-B3). */
export function awaitsProduction(
  row: Pick<SupplyRow, "qtyToProduce" | "producedQty" | "closedQty">,
) {
  const done = Quantity.of(row.producedQty).plus(Quantity.of(row.closedQty));
  return Quantity.of(row.qtyToProduce).isGreaterThan(done);
}

/** The part from stock that may leave: in a mixed contract only what its preparation order has ready (rules 5.6). */
export function stockReady(line: LineSupply, mixed: boolean): Quantity {
  if (!mixed) return line.qtyFromStock;
  return line.preparedQty.max(leftUnprepared(line));
}

/** Stock goods that stood on notices before a preparation order was needed. */
function leftUnprepared({ noticedQty, producedQty, qtyFromStock }: LineSupply): Quantity {
  return noticedQty.minus(producedQty).max(Quantity.zero).min(qtyFromStock);
}

/** Shippable now, less what notices hold already; never negative. */
export function shippableNow(line: LineSupply, mixed: boolean): Quantity {
  const ready = stockReady(line, mixed).plus(line.producedQty);
  return deliverable(line).min(ready).minus(line.noticedQty).max(Quantity.zero);
}

/** What of the line's part from stock stands on no preparation order yet. */
export function unorderedStock(line: LineSupply): Quantity {
  const wanted = line.qtyFromStock.min(deliverable(line));
  return wanted.minus(line.orderedPrepQty.max(leftUnprepared(line))).max(Quantity.zero);
}

/** The least that a new split must leave to either side: what is bound, ordered, noticed, tasked or made already. */
export function splitFloors(line: LineSupply): { fromStock: Quantity; toProduce: Quantity } {
  const stock = line.orderedPrepQty.max(line.noticedQty.minus(line.producedQty).max(Quantity.zero));
  return {
    fromStock: stock.min(line.quantity),
    toProduce: line.taskedQty.max(line.producedQty).min(line.quantity),
  };
}
