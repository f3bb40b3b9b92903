/** Rules of the walk-in pickup: deadlines of the contract afterwards, the double count (R1.2.4-a, R1.2.4-b). */
import type { FieldIssue } from "@/lib/core/domain-error";
import type { Quantity } from "@/lib/core/quantity";

export type Deadlines = {
  status: string;
  /** Null before the goods left. */
  draftDueOn: string | null;
  effectiveDueOn: string | null;
};

/** Which deadline has passed: the draft's, the effective contract's, or none. Both days are inclusive. */
export function overdueStep(facts: Deadlines, today: string): "draft" | "effective" | null {
  const { status, draftDueOn, effectiveDueOn } = facts;
  if (draftDueOn === null || effectiveDueOn === null) return null;
  if (status === "HANDED_OVER" && draftDueOn < today) return "draft";
  const isOpen = status === "HANDED_OVER" || status === "CONTRACT_DRAFTED";
  return isOpen && effectiveDueOn < today ? "effective" : null;
}

export type CountedLine = {
  id: string;
  productName: string;
  unit: string;
  quantity: Quantity;
  countedByKeeper: Quantity | null;
  countedByClerk: Quantity | null;
};

export type CountResult = {
  issues: FieldIssue[];
  /** Less than the slip asks for: needs a reason. */
  isShort: boolean;
};

/**
 * Both counts must say the same of every line, and no more than the slip (R1.2.4-a): what is counted is what leaves.
 * Everything counted as nothing cannot be handed over.
 */
export function compareCounts(lines: readonly CountedLine[]): CountResult {
  const issues = lines.flatMap((line): FieldIssue[] => {
    const { countedByKeeper: keeper, countedByClerk: clerk, quantity, productName: product } = line;
    const path = `lines.${line.id}`;
    if (keeper === null || clerk === null) return [{ path, code: "walkin.not_counted" }];
    const figures = {
      product,
      keeper: keeper.toString(),
      clerk: clerk.toString(),
      unit: line.unit,
      wanted: quantity.toString(),
    };
    if (!keeper.equals(clerk)) return [{ path, code: "walkin.counts_differ", details: figures }];
    return keeper.isGreaterThan(quantity)
      ? [{ path, code: "walkin.counted_more", details: figures }]
      : [];
  });
  const isNothing =
    issues.length === 0 && lines.every(({ countedByKeeper }) => countedByKeeper?.isZero());
  return {
    issues: isNothing ? [{ path: "lines", code: "walkin.nothing_counted" }] : issues,
    isShort: lines.some((line) => line.countedByKeeper?.isLessThan(line.quantity) ?? false),
  };
}
