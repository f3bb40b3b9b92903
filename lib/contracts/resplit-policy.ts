/** What a new split of a running contract's lines may be (rules 5.1). Pure. */
import * as z from "zod";
import { type LineSupply, unorderedStock } from "@/lib/contracts/line-supply";
import type { FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";

const MAX_LINES = 300;

const quantity = z
  .string()
  .trim()
  .refine((typed) => typed === "" || Quantity.parse(typed) !== null, "common.quantity_malformed");

export const resplitInput = z.strictObject({
  contractId: z.uuid(),
  rowVersion: z.int().positive(),
  /** By contract line; lines that are left out stay as they are. */
  splits: z
    .record(z.uuid(), z.strictObject({ fromStock: quantity, toProduce: quantity }))
    .refine((cells) => Object.keys(cells).length <= MAX_LINES, "contracts.too_many_lines"),
});
export type ResplitInput = z.output<typeof resplitInput>;

export type SplitFacts = {
  lineNo: number;
  unit: string;
  isNew: boolean;
  before: LineSupply;
  floors: { fromStock: Quantity; toProduce: Quantity };
  /** What may be promised on top of what the line has. */
  free: Quantity;
  qtyFromStock: Quantity;
  qtyToProduce: Quantity;
};

/**
 * The split to begin with: what is missing in the store goes to production (F08), so that the clerk only confirms it;
 * never more than stands on no preparation order.
 */
export function proposedSplit(
  line: LineSupply,
  missing: Quantity,
): { fromStock: Quantity; toProduce: Quantity } {
  const moved = missing.min(unorderedStock(line));
  return { fromStock: line.qtyFromStock.minus(moved), toProduce: line.qtyToProduce.plus(moved) };
}

/** The first fault of a line's new split, with the figures; null when it may be so. */
export function splitIssue(facts: SplitFacts): Omit<FieldIssue, "path"> | null {
  const { before, floors, qtyFromStock, qtyToProduce, unit } = facts;
  const line = String(facts.lineNo);
  if (qtyFromStock.isNegative() || qtyToProduce.isNegative())
    return { code: "contracts.split_negative" };
  if (!qtyFromStock.plus(qtyToProduce).equals(before.quantity)) {
    const figures = { fromStock: qtyFromStock.toString(), toProduce: qtyToProduce.toString() };
    const details = { line, unit, ...figures, quantity: before.quantity.toString() };
    return { code: "contracts.split_not_whole", details };
  }
  const more = qtyFromStock.minus(before.qtyFromStock);
  if (more.isZero()) return null;
  if (facts.isNew) return { code: "contracts.split_new_line", details: { line } };
  if (qtyFromStock.isLessThan(floors.fromStock)) {
    const details = { line, unit, floor: floors.fromStock.toString() };
    return { code: "contracts.split_below_stock", details };
  }
  if (qtyToProduce.isLessThan(floors.toProduce)) {
    const details = { line, unit, floor: floors.toProduce.toString() };
    return { code: "contracts.split_below_produced", details };
  }
  if (more.isPositive() && more.isGreaterThan(facts.free)) {
    const available = facts.free.max(Quantity.zero).toString();
    return {
      code: "contracts.split_over_available",
      details: { line, unit, wanted: more.toString(), available },
    };
  }
  return null;
}
