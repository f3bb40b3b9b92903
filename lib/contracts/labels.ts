/** How a contract's states look (ux 2.11); their words are at `contracts.status`. */
import type { ContractStatus } from "@/lib/contracts/lifecycle";
import type { StateTone } from "@/lib/i18n/state-tone";

export const CONTRACT_TONES: Record<ContractStatus, StateTone> = {
  DRAFT: "draft",
  PENDING_CHIEF: "pending",
  PENDING_DIRECTOR: "pending",
  EFFECTIVE: "running",
  EXECUTING: "running",
  COMPLETED: "settled",
  ARCHIVED: "settled",
  VOIDED: "voided",
  TERMINATED: "voided",
  CANCELLED: "voided",
};

/** What is shown in place of the status: a contract whose goods are yet to be made is 待生产 (R1.1.3-B1). */
export type ShownStatus = ContractStatus | "TO_PRODUCE";

export function shownStatus(status: ContractStatus, awaitsProduction: boolean): ShownStatus {
  return awaitsProduction ? "TO_PRODUCE" : status;
}

export function toneOf(status: ShownStatus): StateTone {
  return status === "TO_PRODUCE" ? "to_produce" : CONTRACT_TONES[status];
}

export const ORDER_CHANNELS = ["PHONE", "WECHAT", "FAX", "EMAIL", "VISIT", "OTHER"] as const;
export const PAYMENT_TERMS = ["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"] as const;
export const DELIVERY_METHODS = ["EXPRESS", "LOGISTICS", "DELIVERY", "PICKUP"] as const;
export const FREIGHT_PAYERS = ["SUPPLIER", "CUSTOMER", "SHARED"] as const;
export const INVOICE_TYPES = ["SPECIAL", "ORDINARY", "NONE"] as const;
export const TAX_RATES = ["0.13", "0.09", "0.06", "0.03", "0.01", "0"] as const;
export const PAYMENT_CHANNELS = [
  "BANK_TRANSFER",
  "CHEQUE",
  "CASH",
  "BANK_ACCEPTANCE",
  "COMMERCIAL_ACCEPTANCE",
  "WECHAT",
  "ALIPAY",
  "OTHER",
] as const;
export const VERBAL_REASONS = ["REPEAT", "MONTHLY", "ACCUMULATED", "SMALL", "OTHER"] as const;
export const CHARGE_KINDS = ["FREIGHT", "PACKING", "OTHER", "DISCOUNT"] as const;
export const INSTALMENT_KINDS = ["DEPOSIT", "PREPAYMENT", "BALANCE", "AFTER_DELIVERY"] as const;
