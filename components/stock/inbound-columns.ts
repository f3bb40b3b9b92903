import type { useTranslations } from "next-intl";
import {
  cellText,
  type GridColumn,
  type GridRow,
  type RowSeed,
} from "@/components/line-grid/grid-types";
import { PRODUCT_SEARCH_URL } from "@/components/type-ahead/product-search";
import type { InboundDocument } from "@/lib/stock/queries";
import { DEFAULT_BIN, type InboundLineInput } from "@/lib/stock/schema";

type Words = ReturnType<typeof useTranslations<"stock">>;

/** The columns in which delivered goods are typed; what is received is what was delivered unless somebody says less. */
export function inboundGridColumns(t: Words): GridColumn[] {
  return [
    {
      key: "product",
      header: t("inbound.product"),
      kind: "product",
      width: 280,
      needed: true,
      search: { url: PRODUCT_SEARCH_URL },
      onPick: ({ extra }) => ({ unit: String(extra?.unit ?? "") }),
    },
    { key: "unit", header: t("columns.unit"), kind: "text", width: 56, editable: false },
    {
      key: "deliveredQty",
      header: t("inbound.delivered"),
      kind: "quantity",
      width: 104,
      needed: true,
    },
    { key: "receivedQty", header: t("inbound.received"), kind: "quantity", width: 104 },
    { key: "batchNo", header: t("inbound.batch"), kind: "text", width: 112, maxLength: 40 },
    {
      key: "binCode",
      header: t("inbound.bin"),
      kind: "text",
      width: 96,
      maxLength: 20,
      initial: DEFAULT_BIN,
    },
    {
      key: "inspectionNo",
      header: t("inbound.inspection_no"),
      kind: "text",
      width: 120,
      maxLength: 40,
    },
    {
      key: "inspectionResult",
      header: t("inbound.inspection_result"),
      kind: "select",
      width: 104,
      initial: "QUALIFIED",
      options: [
        { value: "QUALIFIED", label: t("inspection.QUALIFIED") },
        { value: "CONCESSION", label: t("inspection.CONCESSION") },
      ],
    },
    {
      key: "lineRemark",
      header: t("inbound.line_remark"),
      kind: "text",
      width: 160,
      maxLength: 200,
      wide: true,
    },
  ];
}

/** A typed row as the server reads it. */
export function lineOf(row: GridRow): InboundLineInput {
  const text = (key: string) => cellText(row, key);
  const deliveredQty = text("deliveredQty");
  return {
    productId: row.picked.product?.id ?? "",
    deliveredQty,
    receivedQty: text("receivedQty") || deliveredQty,
    batchNo: text("batchNo"),
    binCode: text("binCode") || DEFAULT_BIN,
    inspectionNo: text("inspectionNo"),
    inspectionResult: text("inspectionResult") === "CONCESSION" ? "CONCESSION" : "QUALIFIED",
    lineRemark: text("lineRemark"),
  };
}

/** The rows of a draft that is gone on with. */
export function seedsOf(draft: InboundDocument): RowSeed[] {
  return draft.lines.map((line) => {
    const label = `${line.productName} ${line.spec}`;
    return {
      cells: {
        product: `${line.productCode} ${label}`,
        unit: line.unit,
        deliveredQty: line.deliveredQty,
        receivedQty: line.receivedQty,
        batchNo: line.batchNo,
        binCode: line.binCode,
        inspectionNo: line.inspectionNo,
        inspectionResult: line.inspectionResult,
        lineRemark: line.lineRemark,
      },
      picked: { product: { id: line.productId, code: line.productCode, label } },
    };
  });
}
