/** Rules of the contract that need neither clock nor database: form, supply, class, completeness. */
import type { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";

export type ContractForm = "FORMAL" | "VERBAL";
export type ContractClass = "A" | "B" | "C";
export type SupplyType = "STOCK" | "PRODUCE" | "NEW";
export type SettlementMode = "PREPAID" | "MONTHLY" | "QUARTERLY" | "ACCUMULATED";

const REPEAT_CUSTOMER_CONTRACTS = 3; // Q03

export type FormFacts = {
  paymentTerm: SettlementMode;
  total: Money;
  formalAmountThreshold: Money;
  hasNewLine: boolean;
};
export type FormReason = "PREPAID" | "LARGE" | "NON_STANDARD";

/** Which form the regulation usually wants, and why (R1.1.2-F, R1.1.2-V, Q02). */
export function recommendForm(facts: FormFacts): {
  form: ContractForm;
  because: readonly FormReason[];
} {
  const found: [FormReason, boolean][] = [
    ["PREPAID", facts.paymentTerm === "PREPAID"],
    ["LARGE", !facts.total.isLessThan(facts.formalAmountThreshold)],
    ["NON_STANDARD", facts.hasNewLine],
  ];
  const because = found.filter(([, holds]) => holds).map(([reason]) => reason);
  return { form: because.length > 0 ? "FORMAL" : "VERBAL", because };
}

export type VerbalReason = "REPEAT" | "MONTHLY" | "ACCUMULATED" | "SMALL" | "OTHER";

/** Which of the regulation's grounds for a verbal order hold for this customer and amount (R1.1.2-V, Q03). */
export function verbalGrounds(facts: {
  effectiveContracts: number;
  customerMode: SettlementMode;
  total: Money;
  formalAmountThreshold: Money;
}): VerbalReason[] {
  const found: [VerbalReason, boolean][] = [
    ["REPEAT", facts.effectiveContracts >= REPEAT_CUSTOMER_CONTRACTS],
    ["MONTHLY", facts.customerMode === "MONTHLY"],
    ["ACCUMULATED", facts.customerMode === "ACCUMULATED"],
    ["SMALL", facts.total.isLessThan(facts.formalAmountThreshold)],
  ];
  return found.filter(([, holds]) => holds).map(([reason]) => reason);
}

export type LineToSplit = {
  lineId: string;
  /** Null for a product that is not in the master yet. */
  productId: string | null;
  quantity: Quantity;
  /** Standard and produced before; otherwise the line is NEW (R1.1.3-C1). */
  isProven: boolean;
};
export type SplitLine = {
  lineId: string;
  supplyType: SupplyType;
  qtyFromStock: Quantity;
  qtyToProduce: Quantity;
};

/**
 * Covers lines from what is free to promise, in line order; the rest is to be produced
 * (R1.1.3-A, B1, P; Q10, Q11). `free` per product in base units; it is not changed.
 */
export function splitLines(
  lines: readonly LineToSplit[],
  free: ReadonlyMap<string, Quantity>,
): SplitLine[] {
  const left = new Map(free);
  return lines.map(({ lineId, productId, quantity, isProven }) => {
    if (!isProven || productId === null) {
      return { lineId, supplyType: "NEW", qtyFromStock: Quantity.zero, qtyToProduce: quantity };
    }
    const available = left.get(productId) ?? Quantity.zero;
    const usable = available.isNegative() ? Quantity.zero : available;
    const qtyFromStock = usable.isLessThan(quantity) ? usable : quantity;
    left.set(productId, available.minus(qtyFromStock));
    const qtyToProduce = quantity.minus(qtyFromStock);
    return {
      lineId,
      supplyType: qtyToProduce.isZero() ? "STOCK" : "PRODUCE",
      qtyFromStock,
      qtyToProduce,
    };
  });
}

/** C if any line is new, else B if anything is to be produced, else A (R1.1.3, Q10). */
export function classOf(lines: readonly { supplyType: SupplyType }[]): ContractClass {
  if (lines.some(({ supplyType }) => supplyType === "NEW")) return "C";
  return lines.some(({ supplyType }) => supplyType === "PRODUCE") ? "B" : "A";
}

export type PlanItem = { kind: string; percent: string; dueDays: number | null };

/** Share of the total due before delivery, in percent: what gate G1 asks of each shipment (Q18). */
export function percentBeforeDelivery(term: SettlementMode, plan: readonly PlanItem[]): Quantity {
  if (term !== "PREPAID") return Quantity.zero;
  const after = plan.filter(({ kind }) => kind === "AFTER_DELIVERY");
  return after.reduce((rest, { percent }) => rest.minus(Quantity.of(percent)), Quantity.of(100));
}

/** What the register must hold before the registrar can confirm (R1.1.5-R2); names of empty columns. */
export function missingRegisterColumns(columns: Record<string, string | null>): string[] {
  return Object.entries(columns)
    .filter(([, value]) => value === null || value.trim() === "")
    .map(([name]) => name);
}

/** "立铣刀 等3项": the first product and how many lines there are. */
export function productSummary(names: readonly string[]): string {
  const [first = ""] = names;
  return names.length > 1 ? `${first.slice(0, 120)} 等${names.length}项` : first.slice(0, 160);
}

/** A formal contract dated before its approval: it may not be executed in between, so both signers are told (F03). */
export function isSignedEarly(
  { form, signDate }: { form: "FORMAL" | "VERBAL"; signDate: string | null },
  today: string,
): boolean {
  return form === "FORMAL" && signDate !== null && signDate < today;
}
