/** The lines of a pickup between the grid's cells and what the server takes. */
import type { useTranslations } from "next-intl";
import {
  cellText,
  type GridColumn,
  type GridRow,
  type RowSeed,
} from "@/components/line-grid/grid-types";
import { PRODUCT_SEARCH_URL } from "@/components/type-ahead/product-search";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { lineAmount, UnitPrice } from "@/lib/core/unit-price";
import { formatMoney, formatUnitPrice } from "@/lib/i18n/format";
import type { WalkInDetail } from "@/lib/walkin/queries";
import type { WalkInLineInput } from "@/lib/walkin/schema";

type Words = ReturnType<typeof useTranslations<"walkin">>;

/** What a row costs; nothing while quantity or price cannot be read. */
export function rowAmount(row: GridRow): Money {
  const quantity = Quantity.parse(cellText(row, "quantity"));
  const price = UnitPrice.parse(cellText(row, "unitPrice"));
  return quantity && price ? lineAmount(quantity, price) : Money.zero;
}

function filled({ extra = {} }: Suggestion): Record<string, string> {
  const text = (key: string) => (typeof extra[key] === "string" ? String(extra[key]) : "");
  const price = text("levelPrice") || text("listPrice");
  return {
    unit: text("unit"),
    ...(price === "" ? {} : { unitPrice: formatUnitPrice(price).replaceAll(",", "") }),
  };
}

export function walkInColumnsOf(t: Words, customerId: string): GridColumn[] {
  return [
    {
      key: "product",
      header: t("form.product"),
      kind: "product",
      width: 260,
      needed: true,
      search: {
        url: PRODUCT_SEARCH_URL,
        ...(customerId === "" ? {} : { params: { customerId } }),
      },
      onPick: filled,
    },
    { key: "quantity", header: t("form.quantity"), kind: "quantity", width: 88, needed: true },
    { key: "unit", header: t("form.unit"), kind: "text", width: 56, editable: false },
    { key: "unitPrice", header: t("form.price"), kind: "price", width: 112, needed: true },
    {
      key: "amount",
      header: t("form.amount"),
      kind: "money",
      width: 112,
      compute: (row) => {
        const amount = rowAmount(row);
        return amount.isZero() ? "" : formatMoney(amount.toString());
      },
      total: (rows) => formatMoney(Money.sum(rows.map(rowAmount)).toString()),
    },
    {
      key: "lineRemark",
      header: t("form.line_remark"),
      kind: "text",
      width: 160,
      maxLength: 200,
      wide: true,
    },
  ];
}

export function lineOf(row: GridRow): WalkInLineInput {
  return {
    productId: row.picked.product?.id ?? "",
    quantity: cellText(row, "quantity"),
    unitPrice: cellText(row, "unitPrice"),
    lineRemark: cellText(row, "lineRemark"),
  };
}

export function seedsOf(draft: WalkInDetail): RowSeed[] {
  return draft.lines.map((line) => {
    const label = `${line.productName} ${line.spec}`;
    return {
      cells: {
        product: `${line.productCode} ${label}`,
        quantity: line.quantity,
        unit: line.unit,
        unitPrice: line.unitPrice ?? "",
        lineRemark: line.lineRemark,
      },
      picked: { product: { id: line.productId, code: line.productCode, label } },
    };
  });
}
