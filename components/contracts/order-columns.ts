import { cellText, type GridColumn, type GridRow } from "@/components/line-grid/grid-types";
import { PRODUCT_SEARCH_URL } from "@/components/type-ahead/product-search";
import { CHARGE_KINDS } from "@/lib/contracts/labels";
import { Money } from "@/lib/core/money";
import { parsePriceCell } from "@/lib/core/unit-price";
import { formatUnitPrice } from "@/lib/i18n/format";
import { chargeAmount, goodsAmount, hitCells, PRODUCT, unitsOf } from "./goods-lines";

type Words = (
  key:
    | "product"
    | "spec"
    | "drawing"
    | "unit"
    | "quantity"
    | "price"
    | "amount"
    | "delivery"
    | "line_remark"
    | "charge_kind"
    | "charge_name"
    | "price_placeholder"
    | "date_placeholder",
) => string;

type GoodsOptions = {
  t: Words;
  taxRate: string;
  units: readonly string[];
  customerId: string;
  createProduct: { label: (text: string) => string; onCreate: (text: string) => void } | null;
};

const isUnpicked = (row: GridRow) => row.picked[PRODUCT] === undefined;
/** Only what is typed by hand needs a drawing: without a product of the list it is made to it (R1.1.3-C1). */
const needsDrawing = (row: GridRow) => isUnpicked(row) && cellText(row, PRODUCT) !== "";

/** The columns of an order's goods, in the order in which a caller tells them. */
export function goodsColumns({
  t,
  taxRate,
  units,
  customerId,
  createProduct,
}: GoodsOptions): GridColumn[] {
  return [
    {
      key: PRODUCT,
      header: t("product"),
      kind: "product",
      width: 170,
      needed: true,
      freeText: true,
      maxLength: 80,
      search: {
        url: PRODUCT_SEARCH_URL,
        ...(customerId === "" ? {} : { params: { customerId } }),
        ...(createProduct ? { create: createProduct } : {}),
      },
      onPick: hitCells,
    },
    {
      key: "spec",
      header: t("spec"),
      kind: "text",
      width: 80,
      editable: isUnpicked,
      maxLength: 120,
    },
    {
      key: "drawingNo",
      header: t("drawing"),
      kind: "text",
      width: 66,
      editable: isUnpicked,
      needed: needsDrawing,
      maxLength: 60,
    },
    { key: "quantity", header: t("quantity"), kind: "quantity", width: 62, needed: true },
    {
      key: "unit",
      header: t("unit"),
      kind: "unit",
      width: 62,
      needed: needsDrawing,
      options: (row) => unitsOf(row, units).map((unit) => ({ value: unit, label: unit })),
    },
    {
      key: "unitPrice",
      header: t("price"),
      kind: "price",
      width: 84,
      needed: true,
      maxLength: 20,
      placeholder: t("price_placeholder"),
      parse: readPrice,
    },
    {
      key: "amount",
      header: t("amount"),
      kind: "money",
      width: 96,
      compute: (row) => goodsAmount(row, taxRate)?.toString() ?? "",
      total: (rows) =>
        Money.sum(rows.map((row) => goodsAmount(row, taxRate) ?? Money.zero)).toString(),
    },
    {
      key: "deliveryOn",
      header: t("delivery"),
      kind: "date",
      width: 100,
      needed: true,
      placeholder: t("date_placeholder"),
    },
    {
      key: "lineRemark",
      header: t("line_remark"),
      kind: "text",
      width: 76,
      maxLength: 200,
      wide: true,
    },
  ];
}

/** A price, or a price without tax with the suffix n. */
function readPrice(text: string) {
  if (text === "") return { value: "" };
  const typed = parsePriceCell(text);
  if (!typed) return { code: "contracts.price_malformed" };
  const plain = formatUnitPrice(typed.price).replaceAll(",", "");
  return { value: typed.isNet ? `${plain}n` : plain };
}

type ChargeOptions = { t: Words; kindLabels: Readonly<Record<string, string>> };

/** Freight, packing, other charges and discounts; a discount is kept below zero however it is typed. */
export function chargeColumns({ t, kindLabels }: ChargeOptions): GridColumn[] {
  return [
    {
      key: "lineKind",
      header: t("charge_kind"),
      kind: "select",
      width: 120,
      needed: true,
      options: CHARGE_KINDS.map((value) => ({ value, label: kindLabels[value] ?? value })),
    },
    {
      key: "productName",
      header: t("charge_name"),
      kind: "text",
      width: 240,
      needed: true,
      maxLength: 80,
    },
    {
      key: "amount",
      header: t("amount"),
      kind: "money",
      width: 120,
      needed: true,
      total: (rows) => Money.sum(rows.map((row) => chargeAmount(row) ?? Money.zero)).toString(),
    },
    {
      key: "lineRemark",
      header: t("line_remark"),
      kind: "text",
      width: 240,
      maxLength: 200,
      wide: true,
    },
  ];
}
