import {
  cellText,
  type GridColumn,
  type GridRow,
  type RowSeed,
} from "@/components/line-grid/grid-types";
import { PRODUCT_SEARCH_URL } from "@/components/type-ahead/product-search";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import type { ReviewSeed } from "@/lib/reviews/review-values";

const PRODUCT = "productName";
const FROM_PRODUCT = ["spec", "drawingNo", "drawingRev", "material", "coating", "accuracyGrade"];

type Words = (
  key:
    | "product"
    | "spec"
    | "drawing"
    | "rev"
    | "material"
    | "coating"
    | "accuracy"
    | "quantity"
    | "unit"
    | "usage"
    | "wanted_on"
    | "target_price"
    | "line_remark",
) => string;

const isUnpicked = (row: GridRow) => row.picked[PRODUCT] === undefined;

/** What is to be reviewed: a product of the list, or any text while it is not in the list yet. */
export function reviewGridColumns(
  t: Words,
  units: readonly string[],
  customerId: string,
): GridColumn[] {
  const own = (key: string, header: string, width: number, maxLength: number): GridColumn => ({
    key,
    header,
    kind: "text",
    width,
    editable: isUnpicked,
    maxLength,
  });
  return [
    {
      key: PRODUCT,
      header: t("product"),
      kind: "product",
      width: 200,
      needed: true,
      freeText: true,
      search: { url: PRODUCT_SEARCH_URL, ...(customerId ? { params: { customerId } } : {}) },
      onPick: pickedCells,
    },
    { ...own("spec", t("spec"), 150, 120), needed: isUnpicked },
    { ...own("drawingNo", t("drawing"), 110, 60), needed: isUnpicked },
    own("drawingRev", t("rev"), 56, 20),
    { key: "quantity", header: t("quantity"), kind: "quantity", width: 84, needed: true },
    {
      key: "unit",
      header: t("unit"),
      kind: "unit",
      width: 68,
      needed: isUnpicked,
      options: (row) => {
        const unit = cellText(row, "unit");
        const all = isUnpicked(row) || unit === "" ? units : [unit];
        return all.map((value) => ({ value, label: value }));
      },
    },
    { key: "wantedOn", header: t("wanted_on"), kind: "date", width: 112, needed: true },
    { key: "targetPrice", header: t("target_price"), kind: "price", width: 96 },
    own("material", t("material"), 88, 40),
    own("coating", t("coating"), 88, 40),
    own("accuracyGrade", t("accuracy"), 88, 40),
    { key: "usage", header: t("usage"), kind: "text", width: 140, maxLength: 200, wide: true },
    {
      key: "lineRemark",
      header: t("line_remark"),
      kind: "text",
      width: 140,
      maxLength: 200,
      wide: true,
    },
  ];
}

function pickedCells({ extra = {} }: Suggestion): Record<string, string> {
  return Object.fromEntries(
    [...FROM_PRODUCT, "unit"].map((key) => {
      const value = extra[key];
      return [key, typeof value === "string" ? value : ""] as const;
    }),
  );
}

export function reviewLineOf(row: GridRow): ReviewSeed {
  const text = (key: string) => cellText(row, key).trim();
  const picked = row.picked[PRODUCT];
  const name = picked?.extra?.name;
  return {
    productId: picked?.id ?? null,
    productName: typeof name === "string" ? name : text(PRODUCT),
    spec: text("spec"),
    drawingNo: text("drawingNo"),
    drawingRev: text("drawingRev"),
    material: text("material"),
    coating: text("coating"),
    accuracyGrade: text("accuracyGrade"),
    unit: text("unit"),
    quantity: text("quantity"),
    usage: text("usage"),
    wantedOn: text("wantedOn"),
    targetPrice: text("targetPrice"),
    lineRemark: text("lineRemark"),
  };
}

export function reviewSeed({ productId, ...cells }: ReviewSeed): RowSeed {
  if (productId === null) return { cells };
  const picked = {
    id: productId,
    code: "",
    label: cells.productName,
    extra: { name: cells.productName },
  };
  return { cells, picked: { [PRODUCT]: picked }, prefilled: [...FROM_PRODUCT, "unit"] };
}
