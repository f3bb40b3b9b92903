import "server-only";
import { formatQuantity } from "@/lib/i18n/format";
import type { DocumentModel, TableBlock } from "@/lib/pdf/document-model";
import { actBox, framed, longDate, longDateTime, type PaperFrame } from "@/lib/pdf/paper-frame";
import { commonTotal } from "./shipping-paper";

/** One contact with the customer about a shipment. */
type ReceiptContact = {
  contactedAt: Date;
  channel: string;
  contactName: string;
  contactPhone: string;
  result: string;
  receivedOn: string | null;
  receivedByName: string;
  problem: string;
  action: string;
  recordedByName: string;
  recordedAt: Date;
};

/** What a receipt confirmation record (F14) shows; enumerations arrive as words. */
export type ReceiptConfirmationPaper = {
  frame: PaperFrame;
  customerName: string;
  contractNo: string;
  slipNo: string;
  packingListNo: string;
  shippedOn: string;
  deliveryMethod: string;
  carrier: string;
  waybillNo: string;
  /** What left, as the slip issued it. */
  lines: readonly { productName: string; spec: string; unit: string; issuedQty: string }[];
  /** In the order in which the customer was contacted; the last one is the record. */
  contacts: readonly ReceiptContact[];
};

const WORDS = {
  title: "收货确认记录",
  customer: "客户名称",
  contractNo: "合同编号",
  slipNo: "出库单号",
  packingListNo: "装箱单号",
  shippedOn: "发货日期",
  delivery: "发货方式",
  carrier: "承运单位",
  waybillNo: "快递单号",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/图号",
  unit: "单位",
  quantity: "发货数量",
  total: "合计",
  history: "联系经过",
  contactedAt: "联系时间",
  channel: "方式",
  contact: "联系人/电话",
  result: "结果",
  recordedBy: "记录人",
  outcome: "确认结果",
  receivedOn: "签收日期",
  receivedBy: "签收人",
  problem: "数量/外观/质量问题",
  action: "处理措施",
  none: "无",
} as const;

/** The receipt confirmation: the shipment, every contact, and what came of the last one (R1.2.3-d). */
export function receiptConfirmationDocument(paper: ReceiptConfirmationPaper): DocumentModel {
  const last = paper.contacts.at(-1) ?? null;
  return framed(paper.frame, WORDS.title, [
    {
      name: null,
      blocks: [
        { kind: "keyValues", pairs: shipmentPairs(paper) },
        goodsTable(paper.lines),
        {
          kind: "table",
          caption: WORDS.history,
          columns: [
            { label: WORDS.contactedAt, width: 100, align: "center" },
            { label: WORDS.channel, width: 50, align: "center" },
            { label: WORDS.contact, width: 100, flex: 2 },
            { label: WORDS.result, width: 100, flex: 1 },
            { label: WORDS.recordedBy, width: 60, align: "center" },
          ],
          rows: paper.contacts.map((contact) => [
            longDateTime(contact.contactedAt),
            contact.channel,
            `${contact.contactName}　${contact.contactPhone}`,
            contact.result,
            contact.recordedByName,
          ]),
        },
        { kind: "keyValues", pairs: outcomePairs(last) },
        {
          kind: "signatures",
          boxes: [actBox(WORDS.recordedBy, last?.recordedByName ?? null, last?.recordedAt ?? null)],
        },
      ],
    },
  ]);
}

function goodsTable(lines: ReceiptConfirmationPaper["lines"]): TableBlock {
  return {
    kind: "table",
    columns: [
      { label: WORDS.lineNo, width: 30, align: "center" },
      { label: WORDS.product, width: 120, flex: 2 },
      { label: WORDS.spec, width: 120, flex: 2 },
      { label: WORDS.unit, width: 40, align: "center" },
      { label: WORDS.quantity, width: 70, align: "right" },
    ],
    rows: lines.map((line, index) => [
      (index + 1).toFixed(0),
      line.productName,
      line.spec,
      line.unit,
      formatQuantity(line.issuedQty),
    ]),
    total: {
      label: WORDS.total,
      span: 4,
      cells: [
        commonTotal(
          lines.map(({ unit }) => ({ unit, isCharge: false })),
          lines.map(({ issuedQty }) => issuedQty),
        ),
      ],
    },
  };
}

function shipmentPairs(paper: ReceiptConfirmationPaper) {
  return [
    { label: WORDS.customer, value: paper.customerName },
    { label: WORDS.shippedOn, value: longDate(paper.shippedOn) },
    { label: WORDS.contractNo, value: paper.contractNo || WORDS.none },
    { label: WORDS.slipNo, value: paper.slipNo },
    { label: WORDS.delivery, value: paper.deliveryMethod },
    { label: WORDS.packingListNo, value: paper.packingListNo || WORDS.none },
    { label: WORDS.carrier, value: paper.carrier || WORDS.none },
    { label: WORDS.waybillNo, value: paper.waybillNo || WORDS.none },
  ];
}

function outcomePairs(last: ReceiptContact | null) {
  return [
    { label: WORDS.outcome, value: last?.result ?? "", wide: true },
    { label: WORDS.receivedOn, value: longDate(last?.receivedOn ?? null) },
    { label: WORDS.receivedBy, value: last?.receivedByName ?? "" },
    { label: WORDS.problem, value: last?.problem || WORDS.none, wide: true },
    { label: WORDS.action, value: last?.action || WORDS.none, wide: true },
  ];
}
