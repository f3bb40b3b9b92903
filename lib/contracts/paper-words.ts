import type {
  Channel,
  DeliveryMethod,
  FreightPayer,
  InvoiceType,
  SettlementMode,
} from "@/lib/server/generated/enums";

/** Papers are Chinese in either language of the screen; these are the words of their enumerations. */

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  PHONE: "电话",
  FAX: "传真",
  EMAIL: "邮件",
  WECHAT: "微信",
  VISIT: "来访",
  OTHER: "其他",
};

export const DELIVERY_WORDS: Readonly<Record<DeliveryMethod, string>> = {
  EXPRESS: "快递",
  LOGISTICS: "物流",
  DELIVERY: "送货",
  PICKUP: "自提",
};

export const FREIGHT_PAYER_WORDS: Readonly<Record<FreightPayer, string>> = {
  SUPPLIER: "供方承担",
  CUSTOMER: "需方承担",
  SHARED: "双方分担",
};

export const INVOICE_WORDS: Readonly<Record<InvoiceType, string>> = {
  SPECIAL: "增值税专用发票",
  ORDINARY: "增值税普通发票",
  NONE: "不开票",
};

const TERM_WORDS: Readonly<Record<SettlementMode, string>> = {
  PREPAID: "款到发货",
  MONTHLY: "月结",
  QUARTERLY: "季结",
  ACCUMULATED: "累计结款",
};

/** 货到付款 is a monthly term with days after delivery (spec 4.11). */
export function termWords(term: SettlementMode, dueDays: number | null = null): string {
  if (term === "MONTHLY" && dueDays !== null) {
    return `货到付款（发货后 ${dueDays.toFixed(0)} 天内）`;
  }
  return TERM_WORDS[term];
}

const VERBAL_REASON_WORDS: Readonly<Record<string, string>> = {
  REPEAT: "往来多次客户",
  MONTHLY: "月结客户",
  ACCUMULATED: "累计结款客户",
  SMALL: "金额较少客户",
  OTHER: "其他",
};

/** The reason for the verbal form, with the clerk's own words behind it. */
export function verbalReasonWords(reason: string, text: string): string {
  return [VERBAL_REASON_WORDS[reason] ?? "", text].filter(Boolean).join("：");
}

/** When an instalment falls due. */
export function instalmentWords(kind: string, dueDays: number | null): string {
  if (kind === "AFTER_DELIVERY") {
    return dueDays === null ? "发货后支付" : `发货后 ${dueDays.toFixed(0)} 天内支付`;
  }
  return kind === "BALANCE" ? "发货前付清" : "合同生效后支付";
}
