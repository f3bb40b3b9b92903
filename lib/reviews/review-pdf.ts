import "server-only";
import { formatDate, formatDateTime, formatQuantity, formatUnitPrice } from "@/lib/i18n/format";
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
import type { Conclusion, OpinionResult, ReviewDepartment } from "@/lib/reviews/policy";
import type { OpinionView, ReviewLineView } from "@/lib/reviews/queries";

/** What a requirements review (F05) shows on paper. */
export type ReviewPaper = {
  frame: PaperFrame;
  version: number;
  reviewOn: string;
  customerName: string;
  contactName: string;
  intakeNo: string;
  reviewKind: keyof typeof KIND_WORDS;
  reviewMode: keyof typeof MODE_WORDS;
  technicalRequirement: string;
  impliedRequirement: string;
  legalRequirement: string;
  additionalRequirement: string;
  differences: string;
  changeReason: string;
  remark: string;
  lines: readonly ReviewLineView[];
  opinions: readonly OpinionView[];
  /** Prices are left away for those who may not see them. */
  withPrices: boolean;
  conclusion: Conclusion | null;
  conclusionNote: string;
  validUntil: string | null;
  reuse: { until: string; name: string } | null;
  preparedBy: PaperSignature | null;
  concludedBy: PaperSignature | null;
  approvedBy: PaperSignature | null;
};

const WORDS = {
  title: "产品要求评审表",
  customer: "客户",
  contact: "联系人",
  source: "来源",
  reviewOn: "评审日期",
  kind: "评审类型",
  mode: "评审方式",
  version: "版次",
  changeReason: "变更原因",
  technical: "技术/质量要求",
  implied: "隐含要求",
  legal: "法规要求",
  additional: "附加要求",
  differences: "不一致处及解决",
  remark: "备注",
  none: "无",
  lines: "产品明细",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/图号",
  unit: "单位",
  quantity: "数量",
  usage: "用途",
  wantedOn: "要求交期",
  targetPrice: "目标价",
  approvedOn: "承诺交期",
  approvedPrice: "最低价",
  drawing: "图号",
  opinions: "评审会签",
  department: "部门",
  item: "评审内容",
  result: "意见",
  detail: "说明及措施",
  signed: "会签人",
  measures: "措施：{text}",
  proposedOn: "第{line}行可交货期 {date}",
  proposedPrice: "第{line}行建议价 {price}",
  hidden: "（价格意见）",
  conclusionTitle: "评审结论",
  conclusion: "结论",
  note: "说明",
  validUntil: "有效期至",
  reuse: "技术确认沿用",
  reuseText: "{name} 确认沿用至 {until}",
  prepared: "填表（内勤）",
  concluded: "市场部部长",
  approved: "销售厂长",
} as const;

const KIND_WORDS = {
  NON_STANDARD: "非定型产品",
  FIRST_PRODUCTION: "初次生产",
  SPECIAL: "特殊要求",
  CHANGE: "评审后变更",
} as const;
const MODE_WORDS = { MEETING: "会议", CIRCULATION: "会签", AUTHORISED: "授权" } as const;
const DEPARTMENT_WORDS: Readonly<Record<ReviewDepartment, string>> = {
  TECH: "技术部",
  PRODUCTION: "生产部",
  QUALITY: "质检",
  PURCHASE: "采购",
  WAREHOUSE: "成品库",
  FINANCE: "财务",
  MARKETING: "市场部",
};
const RESULT_WORDS: Readonly<Record<OpinionResult, string>> = {
  CAN: "可行",
  CONDITIONAL: "有条件",
  CANNOT: "不可行",
};
const CONCLUSION_WORDS: Readonly<Record<Conclusion, string>> = {
  ACCEPT: "接受",
  ACCEPT_WITH_CONDITIONS: "有条件接受",
  REJECT: "不接受",
};

/** The review as a document: request, lines, the departments' opinions, conclusion, signatures; one copy. */
export function reviewDocument(paper: ReviewPaper): DocumentModel {
  const blocks: Block[] = [
    { kind: "keyValues", pairs: headPairs(paper) },
    linesTable(paper),
    { kind: "keyValues", pairs: requirementPairs(paper) },
    opinionTable(paper),
    { kind: "keyValues", caption: WORDS.conclusionTitle, pairs: conclusionPairs(paper) },
    {
      kind: "signatures",
      boxes: [
        actBox(WORDS.prepared, paper.preparedBy?.name ?? null, paper.preparedBy?.signedAt ?? null),
        signatureBox(WORDS.concluded, paper.concludedBy),
        signatureBox(WORDS.approved, paper.approvedBy),
      ],
    },
  ];
  return framed(paper.frame, WORDS.title, [{ name: null, blocks }]);
}

function headPairs(paper: ReviewPaper) {
  return [
    { label: WORDS.customer, value: paper.customerName },
    { label: WORDS.contact, value: paper.contactName },
    { label: WORDS.reviewOn, value: longDate(paper.reviewOn) },
    { label: WORDS.source, value: paper.intakeNo },
    { label: WORDS.kind, value: KIND_WORDS[paper.reviewKind] },
    { label: WORDS.mode, value: MODE_WORDS[paper.reviewMode] },
    { label: WORDS.version, value: paper.version.toFixed(0) },
    { label: WORDS.changeReason, value: paper.changeReason || WORDS.none },
  ];
}

function linesTable(paper: ReviewPaper): TableBlock {
  const { withPrices } = paper;
  return {
    kind: "table",
    caption: WORDS.lines,
    columns: [
      { label: WORDS.lineNo, width: 26, align: "center" },
      { label: WORDS.product, width: 70, flex: 3 },
      { label: WORDS.spec, width: 90, flex: 4 },
      { label: WORDS.unit, width: 26, align: "center" },
      { label: WORDS.quantity, width: 44, align: "right" },
      { label: WORDS.wantedOn, width: 56, align: "center" },
      ...(withPrices ? [{ label: WORDS.targetPrice, width: 48, align: "right" as const }] : []),
      { label: WORDS.approvedOn, width: 56, align: "center" },
      ...(withPrices ? [{ label: WORDS.approvedPrice, width: 48, align: "right" as const }] : []),
    ],
    rows: paper.lines.map((line) => [
      line.lineNo.toFixed(0),
      stacked(line.productName, line.usage && `${WORDS.usage}：${line.usage}`, line.lineRemark),
      stacked(line.spec, drawingText(line), materialText(line)),
      line.unit,
      formatQuantity(line.quantity),
      formatDate(line.wantedOn),
      ...(withPrices ? [priceText(line.targetPrice)] : []),
      line.approvedOn === null ? "" : formatDate(line.approvedOn),
      ...(withPrices ? [priceText(line.approvedPrice)] : []),
    ]),
  };
}

const priceText = (price: string | null) => (price === null ? "" : formatUnitPrice(price));

function drawingText({ drawingNo, drawingRev }: ReviewLineView): string {
  const drawing = [drawingNo, drawingRev].filter(Boolean).join("/");
  return drawing && `${WORDS.drawing} ${drawing}`;
}

function materialText({ material, coating, accuracyGrade }: ReviewLineView): string {
  return [material, coating, accuracyGrade].filter(Boolean).join(" ");
}

function requirementPairs(paper: ReviewPaper) {
  const pair = (label: string, text: string) => ({ label, value: text || WORDS.none, wide: true });
  return [
    pair(WORDS.technical, paper.technicalRequirement),
    pair(WORDS.implied, paper.impliedRequirement),
    pair(WORDS.legal, paper.legalRequirement),
    pair(WORDS.additional, paper.additionalRequirement),
    pair(WORDS.differences, paper.differences),
    pair(WORDS.remark, paper.remark),
  ];
}

function opinionTable(paper: ReviewPaper): TableBlock {
  return {
    kind: "table",
    caption: WORDS.opinions,
    columns: [
      { label: WORDS.department, width: 44 },
      { label: WORDS.item, width: 90, flex: 3 },
      { label: WORDS.result, width: 40, align: "center" },
      { label: WORDS.detail, width: 120, flex: 5 },
      { label: WORDS.signed, width: 80 },
    ],
    rows: paper.opinions.map((opinion) => [
      DEPARTMENT_WORDS[opinion.department],
      opinion.item,
      opinion.answered && opinion.result ? RESULT_WORDS[opinion.result] : "",
      opinion.answered ? answerText(opinion) : "",
      opinion.answered ? signedText(opinion) : "",
    ]),
  };
}

function answerText(opinion: OpinionView): string {
  if (opinion.hidden) return WORDS.hidden;
  const proposals = opinion.lines.flatMap(({ lineNo, proposedOn, proposedPrice }) => [
    proposedOn &&
      WORDS.proposedOn
        .replace("{line}", lineNo.toFixed(0))
        .replace("{date}", formatDate(proposedOn)),
    proposedPrice &&
      WORDS.proposedPrice
        .replace("{line}", lineNo.toFixed(0))
        .replace("{price}", formatUnitPrice(proposedPrice)),
  ]);
  const measures = opinion.measures && WORDS.measures.replace("{text}", opinion.measures);
  return stacked(opinion.detail, measures, ...proposals);
}

function signedText({ personName, onBehalfOf, signedAt }: OpinionView): string {
  const name = onBehalfOf ? `${personName ?? ""} 代 ${onBehalfOf}` : (personName ?? "");
  return stacked(name, signedAt && formatDateTime(signedAt));
}

function conclusionPairs(paper: ReviewPaper) {
  const { conclusion, reuse } = paper;
  return [
    { label: WORDS.conclusion, value: conclusion === null ? "" : CONCLUSION_WORDS[conclusion] },
    { label: WORDS.validUntil, value: longDate(paper.validUntil) },
    { label: WORDS.note, value: paper.conclusionNote || WORDS.none, wide: true },
    ...(reuse
      ? [
          {
            label: WORDS.reuse,
            value: WORDS.reuseText
              .replace("{name}", reuse.name)
              .replace("{until}", longDate(reuse.until)),
            wide: true,
          },
        ]
      : []),
  ];
}
