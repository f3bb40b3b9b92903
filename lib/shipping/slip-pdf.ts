import "server-only";
import { formatMoney, formatQuantity, formatUnitPrice } from "@/lib/i18n/format";
import type { Block, DocumentModel, KeyValuesBlock, TableBlock } from "@/lib/pdf/document-model";
import { actBox, framed, longDate, signatureBox, stacked } from "@/lib/pdf/paper-frame";
import { amountRow, commonTotal, shippedSpec } from "./shipping-paper";
import type { SlipPaper, SlipPaperCredit, SlipPaperLine } from "./slip-paper";

const WORDS = {
  title: "出库单",
  redTitle: "红字出库单",
  copies: { office: "①市场部存根", warehouse: "②成品库记账", finance: "③财务" },
  slipOn: "日期",
  type: "出库类型",
  customer: "客户名称",
  consignee: "收货单位",
  contractNo: "合同编号",
  noticeNo: "发货通知单号",
  warehouse: "仓库",
  paymentTerm: "付款方式",
  tier: "客户类型",
  tenure: "合作年限",
  redOf: "冲销原单号",
  redReason: "冲销原因",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/图号",
  unit: "单位",
  requested: "应发",
  issued: "实发",
  unitPrice: "单价",
  amount: "金额",
  bin: "货位/批号",
  total: "合计",
  pageTotal: "本页小计",
  credit: "信用检查",
  before: "发货前欠款",
  thisAmount: "本单计入欠款",
  after: "发货后欠款",
  limit: "欠款限额",
  noLimit: "不设限额",
  overdue: "逾期金额",
  oldestDue: "最早到期日",
  violations: "违反条件",
  approvedExposure: "厂长批准至",
  exceptionReason: "例外理由",
  shortReason: "少发原因",
  remark: "备注",
  none: "无",
  prepared: "制单",
  deptHead: "部门负责人",
  director: "销售厂长审批",
  keeper: "发货（库管员）",
  receiver: "提货/收货人",
} as const;

/** The outbound slip in three named copies; the warehouse copy has no prices unless the setting opens them. */
export function slipDocument(paper: SlipPaper): DocumentModel {
  const priced = slipBlocks(paper, paper.showsPrices);
  const unpriced = slipBlocks(paper, paper.showsPrices && paper.keeperSeesPrices);
  return framed(paper.frame, paper.redOf ? WORDS.redTitle : WORDS.title, [
    { name: WORDS.copies.office, blocks: priced },
    { name: WORDS.copies.warehouse, blocks: unpriced },
    { name: WORDS.copies.finance, blocks: priced },
  ]);
}

function slipBlocks(paper: SlipPaper, withPrices: boolean): Block[] {
  return [
    { kind: "keyValues", pairs: headPairs(paper) },
    withPrices ? pricedTable(paper) : unpricedTable(paper),
    ...(withPrices && paper.credit ? [creditBlock(paper, paper.credit)] : []),
    { kind: "keyValues", pairs: notePairs(paper, withPrices) },
    { kind: "signatures", boxes: signatureBoxes(paper) },
  ];
}

function headPairs(paper: SlipPaper) {
  const pairs = [
    { label: WORDS.customer, value: paper.customerName },
    { label: WORDS.slipOn, value: longDate(paper.slipOn) },
    { label: WORDS.consignee, value: paper.consigneeCompany },
    { label: WORDS.type, value: paper.outboundType },
    { label: WORDS.contractNo, value: paper.contractNo || WORDS.none },
    { label: WORDS.noticeNo, value: paper.noticeNo || WORDS.none },
    { label: WORDS.warehouse, value: paper.warehouse },
    { label: WORDS.paymentTerm, value: paper.paymentTerm },
    { label: WORDS.tier, value: paper.tier },
    { label: WORDS.tenure, value: paper.tenureText },
  ];
  if (!paper.redOf) return pairs;
  return [
    ...pairs,
    { label: WORDS.redOf, value: paper.redOf.number },
    { label: WORDS.redReason, value: paper.redOf.reason, wide: true },
  ];
}

const GOODS_COLUMNS = [
  { label: WORDS.lineNo, width: 26, align: "center" },
  { label: WORDS.product, width: 80, flex: 3 },
  { label: WORDS.spec, width: 80, flex: 4 },
  { label: WORDS.unit, width: 30, align: "center" },
  { label: WORDS.requested, width: 42, align: "right" },
  { label: WORDS.issued, width: 42, align: "right" },
] as const;

function goodsCells(line: SlipPaperLine): string[] {
  return [
    line.lineNo.toFixed(0),
    line.productName,
    shippedSpec(line),
    line.unit,
    line.isCharge ? "" : formatQuantity(line.requestedQty),
    line.isCharge || line.issuedQty === null ? "" : formatQuantity(line.issuedQty),
  ];
}

function pricedTable(paper: SlipPaper): TableBlock {
  const { lines } = paper;
  return {
    kind: "table",
    columns: [
      ...GOODS_COLUMNS,
      { label: WORDS.unitPrice, width: 54, align: "right" },
      { label: WORDS.amount, width: 62, align: "right" },
      { label: WORDS.bin, width: 58 },
    ],
    rows: lines.map((line) => [
      ...goodsCells(line),
      line.isCharge ? "" : formatUnitPrice(line.unitPrice),
      formatMoney(line.amount),
      stacked(line.binCode, line.batchNo),
    ]),
    subtotal: {
      label: WORDS.pageTotal,
      span: 4,
      sums: [{ column: 7, amounts: lines.map((line) => line.amount) }],
    },
    total: {
      label: WORDS.total,
      span: 4,
      cells: [...quantityTotals(lines), "", formatMoney(paper.totalAmount), ""],
    },
    footRows: [amountRow(paper.totalAmount)],
  };
}

/** Goods only: a charge is nothing but its amount. */
function unpricedTable(paper: SlipPaper): TableBlock {
  const goods = paper.lines.filter((line) => !line.isCharge);
  return {
    kind: "table",
    columns: [...GOODS_COLUMNS, { label: WORDS.bin, width: 120 }],
    rows: goods.map((line) => [
      ...goodsCells(line),
      [line.binCode, line.batchNo].filter(Boolean).join("　"),
    ]),
    total: { label: WORDS.total, span: 4, cells: [...quantityTotals(goods), ""] },
  };
}

function quantityTotals(lines: readonly SlipPaperLine[]): string[] {
  const requested = commonTotal(
    lines,
    lines.map((line) => line.requestedQty),
  );
  const isIssued = lines.every((line) => line.isCharge || line.issuedQty !== null);
  if (!isIssued) return [requested, ""];
  return [
    requested,
    commonTotal(
      lines,
      lines.map((line) => line.issuedQty ?? "0"),
    ),
  ];
}

function creditBlock(paper: SlipPaper, credit: SlipPaperCredit): KeyValuesBlock {
  const money = (amount: string) => formatMoney(amount, { symbol: true });
  const violations = credit.violations.join("；") || WORDS.none;
  const approved = credit.approvedExposure
    ? [{ label: WORDS.approvedExposure, value: money(credit.approvedExposure), wide: true }]
    : [];
  return {
    kind: "keyValues",
    caption: WORDS.credit,
    pairsPerRow: 3,
    pairs: [
      { label: WORDS.before, value: money(credit.exposureBefore) },
      { label: WORDS.thisAmount, value: money(credit.thisAmount) },
      { label: WORDS.after, value: money(credit.exposureAfter) },
      { label: WORDS.limit, value: credit.limit === null ? WORDS.noLimit : money(credit.limit) },
      { label: WORDS.overdue, value: money(credit.overdueAmount) },
      { label: WORDS.oldestDue, value: longDate(credit.oldestDueOn) || WORDS.none },
      { label: WORDS.violations, value: violations, wide: true },
      ...(paper.exceptionReason
        ? [{ label: WORDS.exceptionReason, value: paper.exceptionReason, wide: true }]
        : []),
      ...approved,
    ],
  };
}

function notePairs(paper: SlipPaper, withPrices: boolean) {
  // The reason of the exception speaks of debts: it goes with the credit figures.
  const exception =
    withPrices && !paper.credit && paper.exceptionReason
      ? [{ label: WORDS.exceptionReason, value: paper.exceptionReason, wide: true }]
      : [];
  const short = paper.shortReason
    ? [{ label: WORDS.shortReason, value: paper.shortReason, wide: true }]
    : [];
  return [
    ...exception,
    ...short,
    { label: WORDS.remark, value: paper.remark || WORDS.none, wide: true },
  ];
}

function signatureBoxes(paper: SlipPaper) {
  const { receiver } = paper;
  const papers = [receiver?.idNo, receiver?.vehicleNo].filter(Boolean).join("　");
  return [
    actBox(WORDS.prepared, paper.preparedByName, paper.preparedAt),
    signatureBox(WORDS.deptHead, paper.deptHead),
    signatureBox(WORDS.director, paper.director, paper.directorIsNeeded),
    actBox(WORDS.keeper, paper.issuedByName, paper.issuedAt),
    {
      ...actBox(WORDS.receiver, receiver?.name ?? null, receiver?.at ?? null),
      ...(papers ? { comment: papers } : {}),
    },
  ];
}
