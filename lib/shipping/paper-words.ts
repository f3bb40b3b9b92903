import type { Violation } from "@/lib/credit/policy";
import type {
  FreightSettlement,
  FundsStatus,
  OutboundType,
  ReceiptResult,
} from "@/lib/server/generated/enums";
import { ENCLOSED_DOCS, type EnclosedDoc } from "./labels";

/** Papers are Chinese in either language of the screen; these are the words of their enumerations. */

export const SETTLEMENT_WORDS: Readonly<Record<FreightSettlement, string>> = {
  PREPAID_CASH: "寄付现结",
  PREPAID_MONTHLY: "寄付月结",
  COLLECT: "到付",
};

export const FUNDS_WORDS: Readonly<Record<FundsStatus | "AT_ISSUE", string>> = {
  AT_ISSUE: "",
  NOT_REQUIRED: "不需要",
  WAITING: "等待到款",
  CONFIRMED: "已到款",
};

export const OUTBOUND_WORDS: Readonly<Record<OutboundType, string>> = {
  SALE: "销售出库",
  SAMPLE: "样件出库",
  WALK_IN: "临时提货",
  RETURN_TO_WORKSHOP: "退回车间",
  SCRAP: "报废",
  STOCKTAKE: "盘点",
  OTHER: "其他",
};

export const RESULT_WORDS: Readonly<Record<ReceiptResult, string>> = {
  RECEIVED_OK: "收到，无误",
  RECEIVED_WITH_PROBLEM: "收到，有问题",
  NOT_RECEIVED: "还没有收到",
  NO_ANSWER: "没有联系上",
};

const TIER_WORDS: Readonly<Record<string, string>> = {
  NEW: "新客户",
  MID: "一年以上、三年以下",
  OLD: "三年以上老客户",
};

export const VIOLATION_WORDS: Readonly<Record<Violation, string>> = {
  V1_NOT_PREPAID: "应款到付货而未付款",
  V2_TERM: "结款期超过规定",
  V3_LIMIT: "欠款超过限额",
  V4_OVERDUE: "有逾期未付货款",
  V5_REVOKED: "已取消月结",
};

const SERVICE_WORDS: Readonly<Record<string, string>> = {
  STANDARD: "标准快递",
  ECONOMY: "经济快递",
  EXPEDITED: "特快",
  AIR: "航空",
  SAME_CITY: "同城",
};

const PACKAGE_WORDS: Readonly<Record<string, string>> = {
  CARTON: "纸箱",
  WOODEN: "木箱",
  PLASTIC: "塑料盒",
};

const ENCLOSED_WORDS: Readonly<Record<EnclosedDoc, string>> = {
  CERTIFICATE: "合格证",
  INSPECTION: "检验报告",
  INVOICE: "发票",
  PACKING_LIST: "装箱单",
  MANUAL: "说明书",
  CATALOGUE: "样本",
};

export const tierWords = (tier: string) => TIER_WORDS[tier] ?? tier;
export const serviceWords = (level: string) => SERVICE_WORDS[level] ?? level;
export const packageWords = (kind: string) => PACKAGE_WORDS[kind] ?? kind;

/** Every paper that may go with the goods, with a tick at those that do. */
export function enclosedTicks(chosen: readonly string[]) {
  return ENCLOSED_DOCS.map((code) => ({
    text: ENCLOSED_WORDS[code],
    isTicked: chosen.includes(code),
  }));
}

/** What the notice does otherwise than the contract, each with its reason. */
export function deviationSentences(notice: {
  lateReason: string;
  consigneeReason: string;
  methodReason: string;
}): string[] {
  return [
    notice.lateReason && `发货日期晚于合同交货期：${notice.lateReason}`,
    notice.consigneeReason && `收货信息与合同不同：${notice.consigneeReason}`,
    notice.methodReason && `发货方式与合同不同：${notice.methodReason}`,
  ].filter((text) => text !== "");
}
