import "server-only";
import { formatMoney, formatQuantity } from "@/lib/i18n/format";
import type { DocumentModel } from "@/lib/pdf/document-model";
import { actBox, framed, longDateTime, type PaperFrame } from "@/lib/pdf/paper-frame";
import { addressText, type ShippingConsignee } from "./shipping-paper";

/** What a waybill (F12) shows; enumerations arrive as words. */
export type WaybillPaper = {
  frame: PaperFrame;
  courier: string;
  /** The courier's number; empty until it is known. */
  waybillNo: string;
  senderName: string;
  recipient: ShippingConsignee;
  contents: string;
  pieces: number;
  weightKg: string | null;
  serviceLevel: string;
  freightSettlement: string;
  freightAmount: string | null;
  insuredValue: string | null;
  packingListNos: readonly string[];
  contractNos: readonly string[];
  courierContact: string;
  notifiedByName: string | null;
  notifiedAt: Date | null;
  handedOverByName: string | null;
  handedOverAt: Date | null;
  pickedUpBy: string;
  signedByName: string;
  signedAt: Date | null;
  exception: string;
  remark: string;
};

const WORDS = {
  title: "邮单",
  courier: "快递公司",
  waybillNo: "快递单号",
  sender: "寄件",
  recipient: "收件",
  company: "单位",
  person: "姓名",
  phone: "电话",
  address: "地址",
  contents: "内件品名",
  pieces: "件数",
  piecesText: "{count} 件",
  weight: "重量",
  weightText: "{weight} kg",
  service: "业务类型",
  settlement: "付款方式",
  freight: "运费",
  insured: "保价金额",
  notInsured: "不保价",
  packingLists: "装箱单号",
  contracts: "合同编号",
  courierContact: "快递联系人",
  exception: "异常情况",
  remark: "备注",
  none: "无",
  notified: "通知快递公司",
  handedOver: "交寄人",
  pickedUp: "收件员（快递公司）",
  signed: "收件人签收",
} as const;

/** The waybill: one internal sheet from which the courier's own form is filled. */
export function waybillDocument(paper: WaybillPaper): DocumentModel {
  const { company } = paper.frame;
  return framed(paper.frame, WORDS.title, [
    {
      name: null,
      blocks: [
        {
          kind: "keyValues",
          pairs: [
            { label: WORDS.courier, value: paper.courier },
            { label: WORDS.waybillNo, value: paper.waybillNo },
          ],
        },
        {
          kind: "parties",
          left: {
            title: WORDS.sender,
            pairs: addressPairs(company.name, paper.senderName, company.phone, company.address),
          },
          right: {
            title: WORDS.recipient,
            pairs: addressPairs(
              paper.recipient.company,
              paper.recipient.contactPerson,
              paper.recipient.phone,
              addressText(paper.recipient),
            ),
          },
        },
        { kind: "keyValues", pairs: parcelPairs(paper) },
        {
          kind: "signatures",
          boxes: [
            actBox(WORDS.notified, paper.notifiedByName, paper.notifiedAt),
            actBox(WORDS.handedOver, paper.handedOverByName, paper.handedOverAt),
            actBox(WORDS.pickedUp, paper.pickedUpBy || null, paper.handedOverAt),
            actBox(WORDS.signed, paper.signedByName || null, paper.signedAt),
          ],
        },
      ],
    },
  ]);
}

function addressPairs(company: string, person: string, phone: string, address: string) {
  return [
    { label: WORDS.company, value: company },
    { label: WORDS.person, value: person },
    { label: WORDS.phone, value: phone },
    { label: WORDS.address, value: address },
  ];
}

function parcelPairs(paper: WaybillPaper) {
  const money = (amount: string | null, otherwise: string) =>
    amount === null ? otherwise : formatMoney(amount, { symbol: true });
  const weight =
    paper.weightKg && WORDS.weightText.replace("{weight}", formatQuantity(paper.weightKg));
  const contact = [paper.courierContact, paper.notifiedAt && longDateTime(paper.notifiedAt)].filter(
    Boolean,
  );
  return [
    { label: WORDS.contents, value: paper.contents },
    { label: WORDS.pieces, value: WORDS.piecesText.replace("{count}", paper.pieces.toFixed(0)) },
    { label: WORDS.weight, value: weight ?? "" },
    { label: WORDS.service, value: paper.serviceLevel },
    { label: WORDS.settlement, value: paper.freightSettlement },
    { label: WORDS.freight, value: money(paper.freightAmount, WORDS.none) },
    { label: WORDS.insured, value: money(paper.insuredValue, WORDS.notInsured) },
    { label: WORDS.courierContact, value: contact.join("　") },
    { label: WORDS.packingLists, value: paper.packingListNos.join("、") || WORDS.none },
    { label: WORDS.contracts, value: paper.contractNos.join("、") || WORDS.none },
    { label: WORDS.exception, value: paper.exception || WORDS.none, wide: true },
    { label: WORDS.remark, value: paper.remark || WORDS.none, wide: true },
  ];
}
