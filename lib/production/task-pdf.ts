import "server-only";
import { formatQuantity } from "@/lib/i18n/format";
import type { Block, DocumentModel } from "@/lib/pdf/document-model";
import {
  actBox,
  framed,
  longDate,
  type PaperFrame,
  type PaperSignature,
  signatureBox,
  stacked,
} from "@/lib/pdf/paper-frame";

type TaskPaperLine = {
  lineNo: number;
  productName: string;
  spec: string;
  drawingNo: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  unit: string;
  quantity: string;
  requiredOn: string;
  promisedOn: string | null;
  technicalRequirement: string;
  packingRequirement: string;
};

/** What a production task notice (F06) shows; enumerations arrive as words. It never shows a price. */
export type TaskPaper = {
  frame: PaperFrame;
  docNo: string | null;
  issuedOn: string | null;
  contractNo: string;
  contractClass: string;
  /** Null where production must not read it. */
  customerName: string | null;
  toDepartment: string;
  priority: string;
  reviewNos: string;
  priorPerson: string;
  priorOn: string | null;
  priorPromisedOn: string | null;
  priorNote: string;
  lines: readonly TaskPaperLine[];
  remark: string;
  preparedByName: string;
  preparedAt: Date;
  chief: PaperSignature | null;
  acceptedByName: string | null;
  acceptedAt: Date | null;
  promisedOn: string | null;
  promiseReason: string;
  /** Changes and the cancellation, with who acknowledged them. */
  changes: readonly string[];
};

const WORDS = {
  title: "生产任务通知单",
  copies: ["①市场部存根", "②生产部", "③成品库"],
  contractNo: "合同编号",
  contractClass: "合同类型",
  classText: "{class} 类",
  customer: "客户名称",
  hidden: "（略）",
  issuedOn: "下达日期",
  department: "接收部门",
  priority: "紧急程度",
  review: "评审表号",
  none: "无",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/图号/材质",
  unit: "单位",
  quantity: "数量",
  requiredOn: "要求完成",
  promisedOn: "承诺完成",
  requirements: "技术要求/包装要求",
  prior: "与生产部门沟通情况",
  priorText: "{on} 与 {person} 沟通，答应 {promised} 完成。{note}",
  reason: "晚于要求的原因：{reason}",
  changes: "变更/取消",
  remark: "备注",
  prepared: "制单",
  chief: "部长",
  accepted: "生产部签收",
  drawing: "图号",
} as const;

/** The task notice in its three copies. */
export function taskDocument(paper: TaskPaper): DocumentModel {
  const blocks: Block[] = [
    { kind: "keyValues", pairs: headPairs(paper) },
    linesTable(paper.lines),
    { kind: "text", heading: WORDS.prior, paragraphs: priorText(paper), boxed: true },
  ];
  if (paper.changes.length > 0)
    blocks.push({ kind: "text", heading: WORDS.changes, paragraphs: paper.changes, boxed: true });
  blocks.push({
    kind: "keyValues",
    pairs: [{ label: WORDS.remark, value: paper.remark || WORDS.none, wide: true }],
  });
  blocks.push({
    kind: "signatures",
    boxes: [
      actBox(WORDS.prepared, paper.preparedByName, paper.preparedAt),
      signatureBox(WORDS.chief, paper.chief),
      actBox(WORDS.accepted, paper.acceptedByName, paper.acceptedAt),
    ],
  });
  return framed(
    paper.frame,
    WORDS.title,
    WORDS.copies.map((name) => ({ name, blocks })),
  );
}

function headPairs(paper: TaskPaper) {
  return [
    { label: WORDS.contractNo, value: paper.contractNo },
    { label: WORDS.contractClass, value: WORDS.classText.replace("{class}", paper.contractClass) },
    { label: WORDS.customer, value: paper.customerName ?? WORDS.hidden },
    { label: WORDS.issuedOn, value: longDate(paper.issuedOn) },
    { label: WORDS.department, value: paper.toDepartment },
    { label: WORDS.priority, value: paper.priority },
    { label: WORDS.review, value: paper.reviewNos || WORDS.none },
    { label: WORDS.promisedOn, value: longDate(paper.promisedOn) },
  ];
}

function priorText(paper: TaskPaper): string[] {
  const said = WORDS.priorText
    .replace("{on}", longDate(paper.priorOn))
    .replace("{person}", paper.priorPerson)
    .replace("{promised}", longDate(paper.priorPromisedOn))
    .replace("{note}", paper.priorNote);
  const reason = paper.promiseReason && WORDS.reason.replace("{reason}", paper.promiseReason);
  return [said, reason].filter((text) => text !== "");
}

function linesTable(lines: readonly TaskPaperLine[]): Block {
  return {
    kind: "table",
    columns: [
      { label: WORDS.lineNo, width: 26, align: "center" },
      { label: WORDS.product, width: 80, flex: 3 },
      { label: WORDS.spec, width: 96, flex: 4 },
      { label: WORDS.unit, width: 30, align: "center" },
      { label: WORDS.quantity, width: 46, align: "right" },
      { label: WORDS.requiredOn, width: 62, align: "center" },
      { label: WORDS.promisedOn, width: 62, align: "center" },
      { label: WORDS.requirements, width: 90, flex: 3 },
    ],
    rows: lines.map((line) => [
      line.lineNo.toFixed(0),
      line.productName,
      stacked(
        line.spec,
        line.drawingNo && `${WORDS.drawing} ${line.drawingNo}`,
        [line.material, line.coating, line.accuracyGrade].filter(Boolean).join(" "),
      ),
      line.unit,
      formatQuantity(line.quantity),
      line.requiredOn,
      line.promisedOn ?? "",
      stacked(line.technicalRequirement, line.packingRequirement),
    ]),
  };
}
