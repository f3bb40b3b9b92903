import "server-only";
import { formatDate, formatMoney, formatQuantity, formatRate } from "@/lib/i18n/format";
import type { Block, DocumentModel, TableBlock } from "@/lib/pdf/document-model";
import {
  actBox,
  framed,
  longDateTime,
  type PaperFrame,
  type PaperSignature,
  signatureBox,
  stacked,
  stampOf,
} from "@/lib/pdf/paper-frame";
import { versionText } from "./change-page";
import {
  type ContractPaperLine,
  materialText,
  type PaperConsignee,
  quantityText,
  specText,
  totalRow,
  unitPriceText,
} from "./contract-paper";

/** What a verbal order slip (F02) shows; enumerations arrive as words. */
export type VerbalOrderPaper = {
  frame: PaperFrame;
  contractNo: string | null;
  revision: number;
  orderedAt: Date;
  channel: string;
  customerName: string;
  ordererName: string;
  ordererTitle: string;
  ordererPhone: string;
  customerPoNo: string;
  lines: readonly ContractPaperLine[];
  totalAmount: string;
  taxRate: string;
  invoiceType: string;
  technicalRequirement: string;
  packingRequirement: string;
  deliveryMethod: string;
  freightPayer: string;
  consignee: PaperConsignee;
  paymentTerm: string;
  /** Null until the clerk has read the order back. */
  readBack: { name: string; at: Date } | null;
  verbalReason: string;
  remark: string;
  preparedBy: PaperSignature | null;
  checkedBy: PaperSignature | null;
  approvedBy: PaperSignature | null;
};

const WORDS = {
  title: "口头订货记录单",
  contractNo: "合同编号",
  revision: "版次",
  orderedAt: "订货时间",
  channel: "订货方式",
  customer: "客户",
  orderer: "订货人",
  phone: "电话",
  customerPoNo: "客户订单号",
  lineNo: "序号",
  product: "产品名称",
  spec: "规格型号/材质",
  unit: "单位",
  quantity: "数量",
  unitPrice: "含税单价",
  amount: "金额",
  deliveryOn: "交货期",
  supply: "供货",
  fromStock: "现货",
  toProduce: "生产",
  remark: "备注",
  total: "合计",
  pageTotal: "本页小计",
  tax: "税率/发票",
  technical: "质量/技术要求",
  packing: "包装要求",
  delivery: "发货方式",
  freightPayer: "运费承担",
  paymentTerm: "付款方式",
  consignee: "收货单位",
  receiver: "收货人",
  postalCode: "邮编",
  address: "收货地址",
  readBack: "复述确认",
  readBackText: "已向 {name} 复述全部内容并得到确认，{at}",
  notReadBack: "尚未复述确认",
  verbalReason: "口头形式理由",
  none: "无",
  prepared: "记录人（内勤）",
  checked: "市场部部长核对",
  approved: "销售厂长审批",
} as const;

/** The verbal order slip as a document: one internal copy. */
export function verbalOrderDocument(paper: VerbalOrderPaper): DocumentModel {
  const blocks: Block[] = [
    { kind: "keyValues", pairs: orderPairs(paper) },
    linesTable(paper),
    { kind: "keyValues", pairs: termPairs(paper) },
    {
      kind: "signatures",
      boxes: [
        actBox(WORDS.prepared, paper.preparedBy?.name ?? null, paper.preparedBy?.signedAt ?? null),
        signatureBox(WORDS.checked, paper.checkedBy),
        signatureBox(WORDS.approved, paper.approvedBy),
      ],
      ...stampOf(paper.frame),
    },
  ];
  return framed(paper.frame, WORDS.title, [{ name: null, blocks }]);
}

function orderPairs(paper: VerbalOrderPaper) {
  const orderer = [paper.ordererName, paper.ordererTitle].filter(Boolean).join("　");
  return [
    { label: WORDS.customer, value: paper.customerName },
    { label: WORDS.contractNo, value: paper.contractNo ?? "" },
    { label: WORDS.orderer, value: orderer },
    { label: WORDS.phone, value: paper.ordererPhone },
    { label: WORDS.orderedAt, value: longDateTime(paper.orderedAt) },
    { label: WORDS.channel, value: paper.channel },
    { label: WORDS.customerPoNo, value: paper.customerPoNo || WORDS.none },
    { label: WORDS.revision, value: versionText(paper.revision) },
  ];
}

function linesTable(paper: VerbalOrderPaper): TableBlock {
  return {
    kind: "table",
    columns: [
      { label: WORDS.lineNo, width: 26, align: "center" },
      { label: WORDS.product, width: 70, flex: 3 },
      { label: WORDS.spec, width: 90, flex: 4 },
      { label: WORDS.unit, width: 26, align: "center" },
      { label: WORDS.quantity, width: 44, align: "right" },
      { label: WORDS.unitPrice, width: 50, align: "right" },
      { label: WORDS.amount, width: 58, align: "right" },
      { label: WORDS.deliveryOn, width: 56, align: "center" },
      { label: WORDS.supply, width: 42 },
    ],
    rows: paper.lines.map((line) => [
      line.lineNo.toFixed(0),
      stacked(line.productName, line.remark && `（${line.remark}）`),
      stacked(specText(line), materialText(line, " ")),
      line.unit,
      quantityText(line),
      unitPriceText(line),
      formatMoney(line.amount),
      line.deliveryOn === null ? "" : formatDate(line.deliveryOn),
      supplyText(line),
    ]),
    subtotal: {
      label: WORDS.pageTotal,
      span: 6,
      sums: [{ column: 6, amounts: paper.lines.map((line) => line.amount) }],
    },
    total: { label: WORDS.total, span: 6, cells: [formatMoney(paper.totalAmount)] },
    footRows: [totalRow(paper.totalAmount)],
  };
}

function termPairs(paper: VerbalOrderPaper) {
  const { consignee, readBack } = paper;
  const confirmed =
    readBack &&
    WORDS.readBackText.replace("{name}", readBack.name).replace("{at}", longDateTime(readBack.at));
  return [
    { label: WORDS.paymentTerm, value: paper.paymentTerm },
    { label: WORDS.tax, value: `${formatRate(paper.taxRate)}　${paper.invoiceType}` },
    { label: WORDS.delivery, value: paper.deliveryMethod },
    { label: WORDS.freightPayer, value: paper.freightPayer },
    { label: WORDS.technical, value: paper.technicalRequirement || WORDS.none, wide: true },
    { label: WORDS.packing, value: paper.packingRequirement || WORDS.none, wide: true },
    { label: WORDS.consignee, value: consignee.company, wide: true },
    { label: WORDS.receiver, value: `${consignee.contactPerson}　${consignee.phone}` },
    { label: WORDS.postalCode, value: consignee.postalCode },
    { label: WORDS.address, value: consignee.address, wide: true },
    { label: WORDS.readBack, value: confirmed ?? WORDS.notReadBack, wide: true },
    { label: WORDS.verbalReason, value: paper.verbalReason, wide: true },
    { label: WORDS.remark, value: paper.remark || WORDS.none, wide: true },
  ];
}

function supplyText(line: ContractPaperLine): string {
  if (line.isCharge) return "";
  const stock =
    line.qtyFromStock !== "0" && `${WORDS.fromStock} ${formatQuantity(line.qtyFromStock)}`;
  const make =
    line.qtyToProduce !== "0" && `${WORDS.toProduce} ${formatQuantity(line.qtyToProduce)}`;
  return stacked(stock || null, make || null);
}
