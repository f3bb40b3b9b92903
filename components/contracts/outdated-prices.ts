/** Lines of a copied order whose price is not today's any more. */
import { cellText, type GridRow } from "@/components/line-grid/grid-types";
import { grossPrice, parsePriceCell, UnitPrice } from "@/lib/core/unit-price";
import { COPIED_PRICE, PRODUCT } from "./goods-lines";

export type OutdatedPrice = {
  rowId: string;
  lineNo: number;
  productName: string;
  /** Tax-inclusive per base unit: what was copied and what the list says today. */
  copied: string;
  today: string;
};

/** The default price (list price of the customer's category) of each product; null where there is none. */
type DefaultPrices = Readonly<Record<string, { price: string | null }>>;

/** Copied prices that nobody has touched and that differ from today's default. `taxRate` as a fraction. */
export function outdatedPrices(
  lines: readonly GridRow[],
  products: DefaultPrices,
  taxRate: string,
): OutdatedPrice[] {
  return lines.flatMap((row, index) => {
    const text = cellText(row, COPIED_PRICE);
    const today = products[row.picked[PRODUCT]?.id ?? ""]?.price ?? null;
    const typed = parsePriceCell(text);
    if (today === null || !typed || text !== cellText(row, "unitPrice")) return [];
    const copied = typed.isNet ? grossPrice(typed.price, taxRate) : typed.price;
    if (copied.equals(UnitPrice.of(today))) return [];
    return [
      {
        rowId: row.id,
        lineNo: index + 1,
        productName: cellText(row, PRODUCT),
        copied: copied.toString(),
        today,
      },
    ];
  });
}
