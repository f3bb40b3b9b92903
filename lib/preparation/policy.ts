/** Rules of the preparation order that need neither clock nor database (F08, R1.1.3-P, rules 5.6). */
import type { FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";

/** A row of the contract's stock part as an order sees it. */
export type StockRow = {
  contractLineId: string;
  lineNo: number;
  productId: string;
  productName: string;
  unit: string;
  /** Of the part from stock, what stands on no order yet. */
  unordered: Quantity;
  /** On hand less reserved. */
  available: Quantity;
};

export type WantedLine = { contractLineId: string; quantity: Quantity };

/**
 * What is wrong with the quantities of an order. The mandatory one (mixed contract) takes every stock row whole, or the
 * shortage that is left of it; the offered one at most that. Never more than lies free in the store.
 */
export function preparationIssues(
  rows: readonly StockRow[],
  wanted: readonly WantedLine[],
  { mandatory }: { mandatory: boolean },
): FieldIssue[] {
  const byLine = new Map(rows.map((row) => [row.contractLineId, row]));
  const issues: FieldIssue[] = [];
  const left = new Map(rows.map(({ productId, available }) => [productId, available]));
  const seen = new Set<string>();
  for (const { contractLineId, quantity } of wanted) {
    const row = byLine.get(contractLineId);
    const path = `quantities.${contractLineId}`;
    if (!row || seen.has(contractLineId)) {
      issues.push({ path, code: "preparation.line_unknown" });
      continue;
    }
    seen.add(contractLineId);
    const issue = lineIssue(row, quantity, mandatory, left.get(row.productId) ?? Quantity.zero);
    if (issue) issues.push({ path, ...issue });
    left.set(row.productId, (left.get(row.productId) ?? Quantity.zero).minus(quantity));
  }
  if (mandatory) {
    for (const row of rows) {
      if (seen.has(row.contractLineId) || !row.unordered.isPositive()) continue;
      const details = { line: String(row.lineNo), product: row.productName };
      const path = `quantities.${row.contractLineId}`;
      issues.push({ path, code: "preparation.row_missing", details });
    }
  }
  return issues;
}

function lineIssue(
  { unordered, unit, productName }: StockRow,
  quantity: Quantity,
  mandatory: boolean,
  available: Quantity,
): Omit<FieldIssue, "path"> | null {
  const wanted = quantity.toString();
  if (!quantity.isPositive()) return { code: "preparation.quantity_not_positive" };
  const figures = { wanted, unordered: unordered.toString(), unit, product: productName };
  if (quantity.isGreaterThan(unordered))
    return { code: "preparation.over_stock_part", details: figures };
  if (mandatory && !quantity.equals(unordered))
    return { code: "preparation.not_whole_stock_part", details: figures };
  if (quantity.isGreaterThan(available)) {
    const free = available.max(Quantity.zero).toString();
    const details = { wanted, available: free, unit, product: productName };
    return { code: "preparation.over_available", details };
  }
  return null;
}

/** A line as the keeper finishes it. */
export type PreparingLine = {
  id: string;
  unit: string;
  productName: string;
  prepareQty: Quantity;
  releasedQty: Quantity;
  /** Bound for this line and on no notice yet. */
  bound: Quantity;
};

/** What is missing of each line; issues where more was prepared than asked for, or less than a notice has taken already. */
export function shortages(
  lines: readonly PreparingLine[],
  prepared: ReadonlyMap<string, Quantity>,
): { missing: Map<string, Quantity>; issues: FieldIssue[] } {
  const missing = new Map<string, Quantity>();
  const issues: FieldIssue[] = [];
  for (const line of lines) {
    const quantity = prepared.get(line.id) ?? Quantity.zero;
    const path = `prepared.${line.id}`;
    const asked = line.prepareQty.minus(line.releasedQty);
    const short = asked.minus(quantity);
    if (quantity.isNegative()) issues.push({ path, code: "preparation.quantity_negative" });
    else if (short.isNegative()) {
      const details = { asked: asked.toString(), unit: line.unit };
      issues.push({ path, code: "preparation.over_asked", details });
    } else if (short.isGreaterThan(line.bound)) {
      const details = { taken: asked.minus(line.bound).toString(), unit: line.unit };
      issues.push({ path, code: "preparation.below_noticed", details });
    }
    missing.set(line.id, short);
  }
  return { missing, issues };
}
