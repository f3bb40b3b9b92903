import "server-only";
import { formatQuantity } from "@/lib/i18n/format";
import { type Block, type DocumentModel, type TableBlock, TICKED } from "@/lib/pdf/document-model";
import { actBox, framed, longDate, type PaperFrame } from "@/lib/pdf/paper-frame";
import {
  commonTotal,
  consigneePairs,
  type ShippingConsignee,
  type ShippingPaperLine,
  shippedSpec,
} from "./shipping-paper";

export type PackingPaperLine = ShippingPaperLine & {
  contractQty: string;
  packedQty: string;
  boxNo: number;
  isChecked: boolean;
};

type PackingPaperBox = {
  boxNo: number;
  packageType: string;
  lengthCm: number | null;
  widthCm: number | null;
  heightCm: number | null;
  netWeightKg: string | null;
  grossWeightKg: string | null;
};

/** What a packing list (F11) shows; it never carries a price. Enumerations arrive as words. */
export type PackingListPaper = {
  frame: PaperFrame;
  packedOn: string;
  contractNo: string;
  slipNo: string;
  noticeNo: string;
  customerName: string;
  consignee: ShippingConsignee;
  boxes: readonly PackingPaperBox[];
  lines: readonly PackingPaperLine[];
  enclosedDocs: readonly { text: string; isTicked: boolean }[];
  checkedAgainstContract: boolean;
  packedByName: string | null;
  checkedByName: string | null;
  boxedAt: Date | null;
  remark: string;
};

const WORDS = {
  title: "装箱单",
  copies: ["第一联 随货", "第二联 留存"],
  customer: "客户名称",
  packedOn: "日期",
  contractNo: "合同编号",
  slipNo: "出库单号",
  noticeNo: "发货通知单号",
  boxCount: "总箱数",
  boxCountText: "共 {count} 箱",
  sender: "发货单位",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/图号",
  unit: "单位",
  contractQty: "合同数量",
  packedQty: "装箱数量",
  boxNo: "箱号",
  checked: "核对",
  total: "合计",
  boxes: "箱件明细",
  packageType: "包装",
  size: "长×宽×高（cm）",
  netWeight: "净重（kg）",
  grossWeight: "毛重（kg）",
  enclosed: "随箱文件",
  comparison: "装箱前核对",
  comparisonText: "已与合同内容核对一致",
  remark: "备注",
  none: "无",
  packer: "装箱人",
  checker: "核对人",
  received: "签收",
} as const;

/** The packing list in its two copies: one with the goods, one kept (R1.2.2-e). */
export function packingListDocument(paper: PackingListPaper): DocumentModel {
  const blocks: Block[] = [
    { kind: "keyValues", pairs: headPairs(paper) },
    linesTable(paper),
    boxesTable(paper),
    {
      kind: "ticks",
      label: WORDS.comparison,
      items: [{ text: WORDS.comparisonText, isTicked: paper.checkedAgainstContract }],
    },
    ...(paper.enclosedDocs.length > 0
      ? [{ kind: "ticks" as const, label: WORDS.enclosed, items: paper.enclosedDocs }]
      : []),
    {
      kind: "keyValues",
      pairs: [{ label: WORDS.remark, value: paper.remark || WORDS.none, wide: true }],
    },
    {
      kind: "signatures",
      boxes: [
        actBox(WORDS.packer, paper.packedByName, paper.boxedAt),
        actBox(WORDS.checker, paper.checkedByName, paper.boxedAt),
        { label: WORDS.received, state: "open" },
      ],
    },
  ];
  return framed(
    paper.frame,
    WORDS.title,
    WORDS.copies.map((name) => ({ name, blocks })),
  );
}

function headPairs(paper: PackingListPaper) {
  const { company } = paper.frame;
  const count = WORDS.boxCountText.replace("{count}", paper.boxes.length.toFixed(0));
  return [
    { label: WORDS.customer, value: paper.customerName },
    { label: WORDS.packedOn, value: longDate(paper.packedOn) },
    { label: WORDS.contractNo, value: paper.contractNo || WORDS.none },
    { label: WORDS.slipNo, value: paper.slipNo },
    { label: WORDS.noticeNo, value: paper.noticeNo || WORDS.none },
    { label: WORDS.boxCount, value: count },
    { label: WORDS.sender, value: `${company.name}　${company.phone}`.trim(), wide: true },
    ...consigneePairs(paper.consignee),
  ];
}

function linesTable(paper: PackingListPaper): TableBlock {
  const { lines } = paper;
  const boxes = paper.boxes.length.toFixed(0);
  return {
    kind: "table",
    columns: [
      { label: WORDS.lineNo, width: 26, align: "center" },
      { label: WORDS.product, width: 90, flex: 3 },
      { label: WORDS.spec, width: 90, flex: 4 },
      { label: WORDS.unit, width: 30, align: "center" },
      { label: WORDS.contractQty, width: 52, align: "right" },
      { label: WORDS.packedQty, width: 52, align: "right" },
      { label: WORDS.boxNo, width: 40, align: "center" },
      { label: WORDS.checked, width: 34, kind: "tick" },
    ],
    rows: lines.map((line) => [
      line.lineNo.toFixed(0),
      line.productName,
      shippedSpec(line),
      line.unit,
      formatQuantity(line.contractQty),
      formatQuantity(line.packedQty),
      `${line.boxNo.toFixed(0)}/${boxes}`,
      line.isChecked ? TICKED : "",
    ]),
    total: {
      label: WORDS.total,
      span: 4,
      cells: [
        "",
        commonTotal(
          lines,
          lines.map((line) => line.packedQty),
        ),
      ],
    },
  };
}

function boxesTable(paper: PackingListPaper): TableBlock {
  const count = paper.boxes.length.toFixed(0);
  return {
    kind: "table",
    caption: WORDS.boxes,
    columns: [
      { label: WORDS.boxNo, width: 60, align: "center" },
      { label: WORDS.packageType, width: 90, align: "center" },
      { label: WORDS.size, width: 130, align: "center", flex: 1 },
      { label: WORDS.netWeight, width: 90, align: "right" },
      { label: WORDS.grossWeight, width: 90, align: "right" },
    ],
    rows: paper.boxes.map((box) => [
      `${box.boxNo.toFixed(0)}/${count}`,
      box.packageType,
      sizeText(box),
      box.netWeightKg === null ? "" : formatQuantity(box.netWeightKg),
      box.grossWeightKg === null ? "" : formatQuantity(box.grossWeightKg),
    ]),
  };
}

function sizeText({ lengthCm, widthCm, heightCm }: PackingPaperBox): string {
  if (lengthCm === null || widthCm === null || heightCm === null) return "";
  return [lengthCm, widthCm, heightCm].map((side) => side.toFixed(0)).join("×");
}
