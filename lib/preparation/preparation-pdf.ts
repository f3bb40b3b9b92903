import "server-only";
import { Quantity } from "@/lib/core/quantity";
import { formatQuantity } from "@/lib/i18n/format";
import type { Block, DocumentModel, TableBlock } from "@/lib/pdf/document-model";
import {
  actBox,
  framed,
  longDate,
  type PaperFrame,
  type PaperSignature,
  signatureBox,
  stacked,
} from "@/lib/pdf/paper-frame";

type PreparationPaperLine = {
  lineNo: number;
  productName: string;
  spec: string;
  drawingNo: string;
  unit: string;
  prepareQty: string;
  /** Null until the keeper has prepared. */
  preparedQty: string | null;
  binCode: string;
};

/** What a preparation order (F08) shows; no prices on any copy. */
export type PreparationPaper = {
  frame: PaperFrame;
  preparationOn: string;
  contractNo: string;
  customerName: string;
  dueOn: string;
  packingRequirement: string;
  shortageNote: string;
  taskNo: string;
  remark: string;
  lines: readonly PreparationPaperLine[];
  preparedByName: string;
  createdAt: Date;
  chief: PaperSignature | null;
  receivedByName: string | null;
  receivedAt: Date | null;
  keeperName: string | null;
  preparedAt: Date | null;
};

const WORDS = {
  title: "备货单",
  copies: ["①库房", "②存根"],
  contractNo: "合同编号",
  customer: "客户名称",
  date: "日期",
  dueOn: "备货完成期限",
  packing: "包装/标识要求",
  task: "生产任务通知单",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/图号",
  drawing: "图号",
  unit: "单位",
  prepareQty: "备货数量",
  preparedQty: "实备数量",
  bin: "货位",
  total: "合计",
  none: "无",
  remark: "备注",
  shortage: "缺货说明",
  preparedBy: "制单",
  chief: "部长",
  received: "库管接收",
  ready: "库管备齐",
} as const;

/** The preparation order in its two copies: store and stub. */
export function preparationDocument(paper: PreparationPaper): DocumentModel {
  const blocks: Block[] = [
    { kind: "keyValues", pairs: headPairs(paper) },
    linesTable(paper.lines),
    {
      kind: "text",
      heading: WORDS.shortage,
      paragraphs: [paper.shortageNote || WORDS.none],
      boxed: true,
    },
    {
      kind: "signatures",
      boxes: [
        actBox(WORDS.preparedBy, paper.preparedByName, paper.createdAt),
        signatureBox(WORDS.chief, paper.chief),
        actBox(WORDS.received, paper.receivedByName, paper.receivedAt),
        actBox(WORDS.ready, paper.preparedAt ? paper.keeperName : null, paper.preparedAt),
      ],
    },
  ];
  const copies = WORDS.copies.map((name) => ({ name, blocks }));
  return framed(paper.frame, WORDS.title, copies);
}

function headPairs(paper: PreparationPaper) {
  return [
    { label: WORDS.customer, value: paper.customerName },
    { label: WORDS.date, value: longDate(paper.preparationOn) },
    { label: WORDS.contractNo, value: paper.contractNo },
    { label: WORDS.dueOn, value: longDate(paper.dueOn) },
    { label: WORDS.task, value: paper.taskNo || WORDS.none },
    { label: WORDS.packing, value: paper.packingRequirement || WORDS.none },
    { label: WORDS.remark, value: paper.remark || WORDS.none, wide: true },
  ];
}

function linesTable(lines: readonly PreparationPaperLine[]): TableBlock {
  const isDone = lines.every(({ preparedQty }) => preparedQty !== null);
  const prepared = isDone ? sumOf(lines, ({ preparedQty }) => preparedQty ?? "0") : "";
  return {
    kind: "table",
    columns: [
      { label: WORDS.lineNo, width: 26, align: "center" },
      { label: WORDS.product, width: 90, flex: 3 },
      { label: WORDS.spec, width: 90, flex: 4 },
      { label: WORDS.unit, width: 30, align: "center" },
      { label: WORDS.prepareQty, width: 56, align: "right" },
      { label: WORDS.preparedQty, width: 56, align: "right" },
      { label: WORDS.bin, width: 70 },
    ],
    rows: lines.map((line) => [
      line.lineNo.toFixed(0),
      line.productName,
      stacked(line.spec, line.drawingNo && `${WORDS.drawing} ${line.drawingNo}`),
      line.unit,
      formatQuantity(line.prepareQty),
      line.preparedQty === null ? "" : formatQuantity(line.preparedQty),
      line.binCode,
    ]),
    total: {
      label: WORDS.total,
      span: 4,
      cells: [sumOf(lines, ({ prepareQty }) => prepareQty), prepared, ""],
    },
  };
}

/** The sum when all rows share one unit; pieces and boxes are not added up. */
function sumOf(
  lines: readonly PreparationPaperLine[],
  quantityOf: (line: PreparationPaperLine) => string,
): string {
  if (new Set(lines.map(({ unit }) => unit)).size !== 1) return "";
  return formatQuantity(Quantity.sum(lines.map((line) => Quantity.of(quantityOf(line)))));
}
