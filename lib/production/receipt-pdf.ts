import "server-only";
import { formatQuantity } from "@/lib/i18n/format";
import type { DocumentModel } from "@/lib/pdf/document-model";
import {
  framed,
  longDate,
  type PaperFrame,
  type PaperSignature,
  signatureBox,
  stacked,
} from "@/lib/pdf/paper-frame";

/** What a production receipt (F27 with F48) shows. */
export type ReceiptPaper = {
  frame: PaperFrame;
  receivedOn: string;
  fromDepartment: string;
  taskNo: string;
  contractNo: string;
  line: {
    productCode: string;
    productName: string;
    spec: string;
    unit: string;
    deliveredQty: string;
    rejectedQty: string;
    /** Null before it is posted. */
    receivedQty: string | null;
    batchNo: string;
    binCode: string;
    inspectionNo: string;
    result: string;
    overReason: string;
    lineRemark: string;
  };
  packing: {
    packedByName: string;
    packedOn: string | null;
    form: string;
    qtyPerPack: string;
    packCount: string;
    labelPrinted: boolean;
  };
  inspectionNote: string;
  remark: string;
  deliverer: PaperSignature | null;
  inspector: PaperSignature | null;
  keeper: PaperSignature | null;
};

const WORDS = {
  title: "入库单",
  subtitle: "生产入库",
  copies: ["①库房", "②车间", "③财务"],
  receivedOn: "入库日期",
  from: "交库单位",
  taskNo: "生产任务号",
  contractNo: "合同编号",
  product: "产品名称",
  spec: "规格型号",
  unit: "单位",
  delivered: "交库",
  rejected: "不合格",
  received: "实收",
  batch: "批号",
  bin: "货位",
  inspectionNo: "检验单号/合格证",
  result: "检验结论",
  packing: "包装",
  packedBy: "包装人",
  packedOn: "包装日期",
  form: "包装形式",
  perPack: "每包数量",
  packs: "包数",
  label: "产品标识卡",
  printed: "已打",
  notPrinted: "未打",
  notes: "说明",
  none: "无",
  deliverer: "交库人",
  inspector: "检验员",
  keeper: "库管员",
} as const;

/** The inbound slip of a production receipt in its three copies, with at least two signatures. */
export function receiptDocument(paper: ReceiptPaper): DocumentModel {
  const { line } = paper;
  const notes = [line.overReason, paper.inspectionNote, line.lineRemark, paper.remark];
  const blocks = [
    {
      kind: "keyValues" as const,
      pairs: [
        { label: WORDS.from, value: paper.fromDepartment },
        { label: WORDS.receivedOn, value: longDate(paper.receivedOn) },
        { label: WORDS.taskNo, value: paper.taskNo },
        { label: WORDS.contractNo, value: paper.contractNo },
        { label: WORDS.inspectionNo, value: line.inspectionNo },
        { label: WORDS.result, value: line.result },
      ],
    },
    goodsTable(line),
    packingTable(paper.packing),
    {
      kind: "keyValues" as const,
      pairs: [
        {
          label: WORDS.notes,
          value: stacked(...notes) || WORDS.none,
          wide: true,
        },
      ],
    },
    {
      kind: "signatures" as const,
      boxes: [
        signatureBox(WORDS.deliverer, paper.deliverer),
        signatureBox(WORDS.inspector, paper.inspector),
        signatureBox(WORDS.keeper, paper.keeper),
      ],
    },
  ];
  return framed(
    paper.frame,
    WORDS.title,
    WORDS.copies.map((name) => ({ name, blocks })),
    WORDS.subtitle,
  );
}

function goodsTable(line: ReceiptPaper["line"]) {
  return {
    kind: "table" as const,
    columns: [
      { label: WORDS.product, width: 100, flex: 3 },
      { label: WORDS.spec, width: 100, flex: 3 },
      { label: WORDS.unit, width: 30, align: "center" as const },
      { label: WORDS.delivered, width: 52, align: "right" as const },
      { label: WORDS.rejected, width: 52, align: "right" as const },
      { label: WORDS.received, width: 52, align: "right" as const },
      { label: WORDS.batch, width: 60 },
      { label: WORDS.bin, width: 56 },
    ],
    rows: [
      [
        stacked(line.productName, line.productCode),
        line.spec,
        line.unit,
        formatQuantity(line.deliveredQty),
        formatQuantity(line.rejectedQty),
        line.receivedQty === null ? "" : formatQuantity(line.receivedQty),
        line.batchNo,
        line.receivedQty === null ? "" : line.binCode,
      ],
    ],
  };
}

function packingTable(packing: ReceiptPaper["packing"]) {
  return {
    kind: "keyValues" as const,
    caption: WORDS.packing,
    pairs: [
      { label: WORDS.packedBy, value: packing.packedByName },
      { label: WORDS.packedOn, value: longDate(packing.packedOn) },
      { label: WORDS.form, value: packing.form },
      { label: WORDS.perPack, value: packing.qtyPerPack },
      { label: WORDS.packs, value: packing.packCount },
      { label: WORDS.label, value: packing.labelPrinted ? WORDS.printed : WORDS.notPrinted },
    ],
  };
}
