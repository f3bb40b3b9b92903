/** The walk-in pickup on paper (F40): office, store and receiver each keep one. */
import "server-only";
import { formatMoney, formatQuantity, formatUnitPrice } from "@/lib/i18n/format";
import type { Block, DocumentModel, TableBlock } from "@/lib/pdf/document-model";
import {
  actBox,
  framed,
  longDate,
  longDateTime,
  type PaperFrame,
  type PaperSignature,
  signatureBox,
} from "@/lib/pdf/paper-frame";
import { amountRow } from "@/lib/shipping/shipping-paper";

const WORDS = {
  title: "临时提货单",
  copies: { office: "①市场部存根", store: "②成品库记账", receiver: "③提货人" },
  customer: "客户名称",
  at: "开单时间",
  slipNo: "出库单号",
  receiver: "提货人",
  idNo: "身份证或工作证号",
  phone: "电话",
  vehicle: "车牌",
  authority: "提货凭据",
  term: "付款方式",
  draftDue: "合同草稿期限",
  effectiveDue: "合同生效期限",
  contractNo: "补办合同号",
  exception: "例外理由",
  remark: "备注",
  none: "无",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/图号",
  unit: "单位",
  wanted: "应提",
  keeper: "库管点数",
  clerk: "内勤点数",
  price: "单价",
  amount: "金额",
  total: "合计",
  prepared: "开单（内勤）",
  deptHead: "部门负责人",
  director: "销售厂长审批",
  countedKeeper: "清点（库管）",
  countedClerk: "清点（内勤）",
  issued: "发货（库管员）",
  signed: "提货人签字",
} as const;

const AUTHORITY: Readonly<Record<string, string>> = {
  LETTER: "授权委托书",
  WORK_CARD: "工作证",
  ID_CARD: "身份证",
  KNOWN: "熟人常来",
};

type WalkInPaperLine = {
  lineNo: number;
  productName: string;
  spec: string;
  unit: string;
  quantity: string;
  /** Null until counted. */
  keeper: string | null;
  clerk: string | null;
  unitPrice: string;
  amount: string;
};

export type WalkInPaper = {
  frame: PaperFrame;
  pickupAt: Date;
  customerName: string;
  slipNo: string;
  receiverName: string;
  receiverIdNo: string;
  receiverPhone: string;
  vehicleNo: string;
  authorityKind: string;
  paymentTerm: string;
  totalAmount: string;
  exceptionReason: string;
  remark: string;
  preparedByName: string;
  preparedAt: Date;
  keeperName: string | null;
  keeperAt: Date | null;
  clerkName: string | null;
  clerkAt: Date | null;
  receiverSignedAt: Date | null;
  draftDueOn: string | null;
  effectiveDueOn: string | null;
  contractNo: string;
  lines: readonly WalkInPaperLine[];
  /** The reader may see prices at all (rules 5.9). */
  showsPrices: boolean;
  deptHead: PaperSignature | null;
  director: PaperSignature | null;
  directorIsNeeded: boolean;
  issuedByName: string | null;
  issuedAt: Date | null;
};

/** Three named copies; the store's has no prices. */
export function walkInDocument(paper: WalkInPaper): DocumentModel {
  const priced = blocks(paper, paper.showsPrices);
  return framed(paper.frame, WORDS.title, [
    { name: WORDS.copies.office, blocks: priced },
    { name: WORDS.copies.store, blocks: blocks(paper, false) },
    { name: WORDS.copies.receiver, blocks: priced },
  ]);
}

function blocks(paper: WalkInPaper, withPrices: boolean): Block[] {
  const exception =
    withPrices && paper.exceptionReason
      ? [{ label: WORDS.exception, value: paper.exceptionReason, wide: true }]
      : [];
  return [
    { kind: "keyValues", pairs: headPairs(paper) },
    linesTable(paper, withPrices),
    {
      kind: "keyValues",
      pairs: [
        { label: WORDS.draftDue, value: longDate(paper.draftDueOn) },
        { label: WORDS.effectiveDue, value: longDate(paper.effectiveDueOn) },
        { label: WORDS.contractNo, value: paper.contractNo, wide: true },
        ...exception,
        { label: WORDS.remark, value: paper.remark || WORDS.none, wide: true },
      ],
    },
    { kind: "signatures", boxes: boxes(paper) },
  ];
}

function headPairs(paper: WalkInPaper) {
  return [
    { label: WORDS.customer, value: paper.customerName },
    { label: WORDS.at, value: longDateTime(paper.pickupAt) },
    { label: WORDS.receiver, value: paper.receiverName },
    { label: WORDS.idNo, value: paper.receiverIdNo },
    { label: WORDS.phone, value: paper.receiverPhone },
    { label: WORDS.vehicle, value: paper.vehicleNo },
    { label: WORDS.authority, value: AUTHORITY[paper.authorityKind] ?? WORDS.none },
    { label: WORDS.term, value: paper.paymentTerm },
    { label: WORDS.slipNo, value: paper.slipNo, wide: true },
  ];
}

function linesTable({ lines, totalAmount }: WalkInPaper, withPrices: boolean): TableBlock {
  const counted = (quantity: string | null) => (quantity === null ? "" : formatQuantity(quantity));
  return {
    kind: "table",
    columns: [
      { label: WORDS.lineNo, width: 26, align: "center" },
      { label: WORDS.product, width: 80, flex: 3 },
      { label: WORDS.spec, width: 80, flex: 4 },
      { label: WORDS.unit, width: 30, align: "center" },
      { label: WORDS.wanted, width: 42, align: "right" },
      { label: WORDS.keeper, width: 48, align: "right" },
      { label: WORDS.clerk, width: 48, align: "right" },
      ...(withPrices
        ? [
            { label: WORDS.price, width: 54, align: "right" as const },
            { label: WORDS.amount, width: 62, align: "right" as const },
          ]
        : []),
    ],
    rows: lines.map((line) => [
      String(line.lineNo),
      line.productName,
      line.spec,
      line.unit,
      formatQuantity(line.quantity),
      counted(line.keeper),
      counted(line.clerk),
      ...(withPrices ? [formatUnitPrice(line.unitPrice), formatMoney(line.amount)] : []),
    ]),
    ...(withPrices
      ? {
          total: {
            label: WORDS.total,
            span: 4,
            cells: ["", "", "", "", formatMoney(totalAmount)],
          },
          footRows: [amountRow(totalAmount)],
        }
      : {}),
  };
}

function boxes(paper: WalkInPaper) {
  const receiver = paper.receiverSignedAt ? paper.receiverName : null;
  return [
    actBox(WORDS.prepared, paper.preparedByName, paper.preparedAt),
    signatureBox(WORDS.deptHead, paper.deptHead),
    signatureBox(WORDS.director, paper.director, paper.directorIsNeeded),
    actBox(WORDS.countedKeeper, paper.keeperName, paper.keeperAt),
    actBox(WORDS.countedClerk, paper.clerkName, paper.clerkAt),
    actBox(WORDS.issued, paper.issuedByName, paper.issuedAt),
    actBox(WORDS.signed, receiver, paper.receiverSignedAt),
  ];
}
