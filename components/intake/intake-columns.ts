import {
  cellText,
  type GridColumn,
  type GridRow,
  type RowSeed,
} from "@/components/line-grid/grid-types";
import { PRODUCT_SEARCH_URL } from "@/components/type-ahead/product-search";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import type { IntakeLineValues } from "@/lib/intake/intake-values";

const PRODUCT = "productName";

type Words = (
  key:
    | "product"
    | "spec"
    | "drawing"
    | "quantity"
    | "unit"
    | "wanted_on"
    | "target_price"
    | "line_remark",
) => string;

const isUnpicked = (row: GridRow) => row.picked[PRODUCT] === undefined;

/** What a caller asks for; a product of the list, or any text while nobody knows it yet. */
export function intakeColumns(
  t: Words,
  units: readonly string[],
  customerId: string,
): GridColumn[] {
  return [
    {
      key: PRODUCT,
      header: t("product"),
      kind: "product",
      width: 240,
      needed: true,
      freeText: true,
      search: { url: PRODUCT_SEARCH_URL, ...(customerId ? { params: { customerId } } : {}) },
      onPick: pickedCells,
    },
    {
      key: "spec",
      header: t("spec"),
      kind: "text",
      width: 150,
      editable: isUnpicked,
      maxLength: 120,
    },
    {
      key: "drawingNo",
      header: t("drawing"),
      kind: "text",
      width: 96,
      editable: isUnpicked,
      maxLength: 60,
    },
    { key: "quantity", header: t("quantity"), kind: "quantity", width: 84, needed: true },
    {
      key: "unit",
      header: t("unit"),
      kind: "unit",
      width: 68,
      options: (row) => {
        const own = cellText(row, "unit");
        const all = isUnpicked(row) || own === "" ? units : [own];
        return all.map((unit) => ({ value: unit, label: unit }));
      },
    },
    { key: "wantedOn", header: t("wanted_on"), kind: "date", width: 112, needed: true },
    { key: "targetPrice", header: t("target_price"), kind: "price", width: 96 },
    {
      key: "lineRemark",
      header: t("line_remark"),
      kind: "text",
      width: 160,
      maxLength: 200,
      wide: true,
    },
  ];
}

function pickedCells({ extra = {} }: Suggestion): Record<string, string> {
  const known = ["spec", "drawingNo", "unit"].map((key) => {
    const value = extra[key];
    return [key, typeof value === "string" ? value : ""] as const;
  });
  return Object.fromEntries(known);
}

export function intakeLine(row: GridRow): IntakeLineValues {
  const text = (key: string) => cellText(row, key).trim();
  const picked = row.picked[PRODUCT];
  const name = picked?.extra?.name;
  return {
    productId: picked?.id ?? null,
    productName: typeof name === "string" ? name : text(PRODUCT),
    spec: text("spec"),
    drawingNo: text("drawingNo"),
    unit: text("unit"),
    quantity: text("quantity"),
    wantedOn: text("wantedOn"),
    targetPrice: text("targetPrice"),
    lineRemark: text("lineRemark"),
  };
}

export type StoredIntakeLine = {
  productId: string | null;
  productName: string;
  spec: string;
  drawingNo: string;
  unit: string;
  quantity: string | null;
  wantedOn: string | null;
  targetPrice: string | null;
  lineRemark: string;
};

export function intakeSeed({ productId, ...line }: StoredIntakeLine): RowSeed {
  const cells = {
    productName: line.productName,
    spec: line.spec,
    drawingNo: line.drawingNo,
    unit: line.unit,
    quantity: line.quantity ?? "",
    wantedOn: line.wantedOn ?? "",
    targetPrice: line.targetPrice ?? "",
    lineRemark: line.lineRemark,
  };
  if (productId === null) return { cells };
  const picked = {
    id: productId,
    code: "",
    label: line.productName,
    extra: { name: line.productName },
  };
  return { cells, picked: { [PRODUCT]: picked }, prefilled: ["spec", "drawingNo", "unit"] };
}
