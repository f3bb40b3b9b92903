import "server-only";
import { formatMoney, formatQuantity } from "@/lib/i18n/format";
import type { Block, DocumentModel, TableBlock, TableColumn } from "@/lib/pdf/document-model";
import { actBox, framed, longDate, type PaperFrame } from "@/lib/pdf/paper-frame";
import {
  commonTotal,
  consigneePairs,
  type ShippingConsignee,
  type ShippingPaperLine,
  shippedSpec,
} from "./shipping-paper";

export type NoticePaperLine = ShippingPaperLine & {
  contractQty: string;
  shippedBefore: string;
  quantity: string;
  amount: string;
};

/** What a shipping notice (F09) shows; enumerations arrive as words. */
export type NoticePaper = {
  frame: PaperFrame;
  noticeOn: string;
  contractNo: string;
  contractClass: string;
  customerName: string;
  requiredShipOn: string;
  contractDueOn: string;
  consignee: ShippingConsignee;
  lines: readonly NoticePaperLine[];
  totalAmount: string;
  /** Without it no amount stands on any copy (rules 5.9). */
  showsPrices: boolean;
  deliveryMethod: string;
  courier: string;
  freightPayer: string;
  freightSettlement: string;
  packingRequirement: string;
  enclosedDocs: readonly { text: string; isTicked: boolean }[];
  isPartial: boolean;
  invoiceWithGoods: boolean;
  paymentTerm: string;
  fundsStatus: string;
  fundsConfirmedOn: string | null;
  /** Where it differs from the contract, with the reasons, as sentences. */
  deviations: readonly string[];
  remark: string;
  issuedByName: string | null;
  issuedAt: Date | null;
  acknowledgedByName: string | null;
  acknowledgedAt: Date | null;
};

const WORDS = {
  title: "发货通知单",
  copies: ["①存根", "②出库单填写人"],
  contractNo: "合同编号",
  contractClass: "合同类型",
  classText: "{class} 类",
  customer: "客户名称",
  noticeOn: "通知日期",
  requiredShipOn: "要求发货日期",
  contractDueOn: "合同交货期",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/图号",
  unit: "单位",
  contractQty: "合同数量",
  shippedBefore: "已发数量",
  quantity: "本次发货",
  amount: "金额",
  total: "合计",
  pageTotal: "本页小计",
  delivery: "发货方式",
  courier: "承运单位",
  freightPayer: "运费承担",
  freightSettlement: "运费结算",
  paymentTerm: "付款方式",
  funds: "到款情况",
  packing: "包装要求",
  partial: "是否分批",
  invoice: "随货发票",
  yes: "是",
  no: "否",
  none: "无",
  remark: "备注",
  enclosed: "随货资料",
  deviations: "与合同不同之处及理由",
  issued: "填写人",
  acknowledged: "接收人（出库单填写人）",
} as const;

/** The shipping notice in its two copies. */
export function noticeDocument(paper: NoticePaper): DocumentModel {
  const blocks: Block[] = [
    { kind: "keyValues", pairs: headPairs(paper) },
    linesTable(paper),
    { kind: "keyValues", pairs: termPairs(paper) },
  ];
  if (paper.enclosedDocs.length > 0) {
    blocks.push({ kind: "ticks", label: WORDS.enclosed, items: paper.enclosedDocs });
  }
  if (paper.deviations.length > 0) {
    blocks.push({
      kind: "text",
      heading: WORDS.deviations,
      paragraphs: paper.deviations,
      boxed: true,
    });
  }
  blocks.push({
    kind: "signatures",
    boxes: [
      actBox(WORDS.issued, paper.issuedByName, paper.issuedAt),
      actBox(WORDS.acknowledged, paper.acknowledgedByName, paper.acknowledgedAt),
    ],
  });
  return framed(
    paper.frame,
    WORDS.title,
    WORDS.copies.map((name) => ({ name, blocks })),
  );
}

function headPairs(paper: NoticePaper) {
  return [
    { label: WORDS.customer, value: paper.customerName },
    { label: WORDS.noticeOn, value: longDate(paper.noticeOn) },
    { label: WORDS.contractNo, value: paper.contractNo },
    { label: WORDS.contractClass, value: WORDS.classText.replace("{class}", paper.contractClass) },
    { label: WORDS.requiredShipOn, value: longDate(paper.requiredShipOn) },
    { label: WORDS.contractDueOn, value: longDate(paper.contractDueOn) },
    ...consigneePairs(paper.consignee),
  ];
}

function linesTable(paper: NoticePaper): TableBlock {
  const { lines } = paper;
  const columns: TableColumn[] = [
    { label: WORDS.lineNo, width: 26, align: "center" },
    { label: WORDS.product, width: 90, flex: 3 },
    { label: WORDS.spec, width: 90, flex: 4 },
    { label: WORDS.unit, width: 30, align: "center" },
    { label: WORDS.contractQty, width: 50, align: "right" },
    { label: WORDS.shippedBefore, width: 50, align: "right" },
    { label: WORDS.quantity, width: 54, align: "right" },
  ];
  const total = commonTotal(
    lines,
    lines.map((line) => line.quantity),
  );
  const rows = lines.map((line) => [
    line.lineNo.toFixed(0),
    line.productName,
    shippedSpec(line),
    line.unit,
    line.isCharge ? "" : formatQuantity(line.contractQty),
    line.isCharge ? "" : formatQuantity(line.shippedBefore),
    line.isCharge ? "" : formatQuantity(line.quantity),
  ]);
  if (!paper.showsPrices) {
    const goods = rows.filter((_row, index) => lines[index]?.isCharge === false);
    return {
      kind: "table",
      columns,
      rows: goods,
      total: { label: WORDS.total, span: 4, cells: ["", "", total] },
    };
  }
  return {
    kind: "table",
    columns: [...columns, { label: WORDS.amount, width: 66, align: "right" }],
    rows: rows.map((row, index) => [...row, formatMoney(lines[index]?.amount ?? "")]),
    subtotal: {
      label: WORDS.pageTotal,
      span: 4,
      sums: [{ column: 7, amounts: lines.map((line) => line.amount) }],
    },
    total: {
      label: WORDS.total,
      span: 4,
      cells: ["", "", total, formatMoney(paper.totalAmount, { symbol: true })],
    },
  };
}

function termPairs(paper: NoticePaper) {
  const confirmedOn = longDate(paper.fundsConfirmedOn);
  return [
    { label: WORDS.delivery, value: paper.deliveryMethod },
    { label: WORDS.courier, value: paper.courier || WORDS.none },
    { label: WORDS.freightPayer, value: paper.freightPayer },
    { label: WORDS.freightSettlement, value: paper.freightSettlement },
    { label: WORDS.paymentTerm, value: paper.paymentTerm },
    { label: WORDS.funds, value: [paper.fundsStatus, confirmedOn].filter(Boolean).join("　") },
    { label: WORDS.partial, value: paper.isPartial ? WORDS.yes : WORDS.no },
    { label: WORDS.invoice, value: paper.invoiceWithGoods ? WORDS.yes : WORDS.no },
    { label: WORDS.packing, value: paper.packingRequirement || WORDS.none, wide: true },
    { label: WORDS.remark, value: paper.remark || WORDS.none, wide: true },
  ];
}
