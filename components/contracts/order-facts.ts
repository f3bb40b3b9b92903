/** What is known about an order while it is typed: amount, class, recommended form, grounds for a verbal order. */
import { type CellAddress, cellText, type GridRow } from "@/components/line-grid/grid-types";
import type { CustomerFile } from "@/lib/contracts/order-values";
import {
  type ContractClass,
  classOf,
  type FormReason,
  recommendForm,
  type SplitLine,
  splitLines,
  type VerbalReason,
  verbalGrounds,
} from "@/lib/contracts/policy";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import {
  baseQuantity,
  chargeAmount,
  goodsAmount,
  isKnownRow,
  isProvenRow,
  PRODUCT,
} from "./goods-lines";

export type StockOfProducts = Readonly<
  Record<string, { onHand: string; reserved: string; freeToPromise: string }>
>;

type ShortLine = {
  lineNo: number;
  productId: string | null;
  productName: string;
  drawingNo: string;
  missing: string;
  unit: string;
  isNew: boolean;
};

export type OrderFacts = {
  total: Money;
  /** Null while there is no line, or the stock's answer is still on its way. */
  contractClass: ContractClass | null;
  /** Lines that stock does not cover, with what is missing in base units. */
  short: ShortLine[];
  recommended: "FORMAL" | "VERBAL";
  because: readonly FormReason[];
  grounds: readonly VerbalReason[];
};

type Known = {
  goods: readonly GridRow[];
  charges: readonly GridRow[];
  taxRate: string;
  paymentTerm: CustomerFile["settlementMode"];
  customer: CustomerFile | null;
  stock: StockOfProducts | null;
  formalAmountThreshold: string;
};

/** The row whose product is being typed and not picked yet; null when none is. */
export function typedProductRow(unread: CellAddress | null): string | null {
  return unread?.key === PRODUCT ? unread.rowId : null;
}

export function orderTotal({
  goods,
  charges,
  taxRate,
}: Pick<Known, "goods" | "charges" | "taxRate">): Money {
  return Money.sum([
    ...goods.map((row) => goodsAmount(row, taxRate) ?? Money.zero),
    ...charges.map((row) => chargeAmount(row) ?? Money.zero),
  ]);
}

export function orderFacts(known: Known): OrderFacts {
  const { goods, customer, stock, paymentTerm } = known;
  const total = orderTotal(known);
  const split = stock && goods.every(isKnownRow) ? splitOf(goods, stock) : null;
  const threshold = Money.of(known.formalAmountThreshold);
  const hasNewLine = goods.some((row) => isKnownRow(row) && !isProvenRow(row));
  const { form, because } = recommendForm({
    paymentTerm,
    total,
    formalAmountThreshold: threshold,
    hasNewLine,
  });
  return {
    total,
    contractClass: split && goods.length > 0 ? classOf(split) : null,
    short: split ? shortLines(goods, split) : [],
    recommended: form,
    because,
    grounds: verbalGrounds({
      effectiveContracts: customer?.effectiveContracts ?? 0,
      customerMode: customer?.settlementMode ?? "PREPAID",
      total,
      formalAmountThreshold: threshold,
    }),
  };
}

function splitOf(goods: readonly GridRow[], stock: StockOfProducts): SplitLine[] | null {
  const picked = goods.flatMap((row) => row.picked[PRODUCT]?.id ?? []);
  if (picked.some((id) => stock[id] === undefined)) return null;
  const free = new Map(
    Object.entries(stock).map(([id, { freeToPromise }]) => [id, Quantity.of(freeToPromise)]),
  );
  return splitLines(
    goods.map((row) => ({
      lineId: row.id,
      productId: row.picked[PRODUCT]?.id ?? null,
      quantity: baseQuantity(row) ?? Quantity.zero,
      isProven: isProvenRow(row),
    })),
    free,
  );
}

function shortLines(goods: readonly GridRow[], split: readonly SplitLine[]): OrderFacts["short"] {
  return split.flatMap(({ supplyType, qtyToProduce }, index) => {
    const row = goods[index];
    if (!row || supplyType === "STOCK") return [];
    return [
      {
        lineNo: index + 1,
        productId: row.picked[PRODUCT]?.id ?? null,
        productName: cellText(row, PRODUCT),
        drawingNo: cellText(row, "drawingNo"),
        missing: qtyToProduce.toString(),
        unit: cellText(row, "baseUnit") || cellText(row, "unit"),
        isNew: supplyType === "NEW",
      },
    ];
  });
}
