/** How receipts look; the words are at `receivables.status.<STATUS>`. */
import type { StateTone } from "@/lib/i18n/state-tone";
import type { ReceiptStatus } from "@/lib/receivables/lifecycle";

export const RECEIPT_TONES: Record<ReceiptStatus, StateTone> = {
  UNCONFIRMED: "pending",
  CONFIRMED: "settled",
  REJECTED: "problem",
  REVERSED: "voided",
};

export const RECEIPT_STATUSES = ["UNCONFIRMED", "CONFIRMED", "REJECTED", "REVERSED"] as const;

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
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

export const ALLOCATION_KINDS = ["DEPOSIT", "PREPAYMENT", "BALANCE", "CREDIT_PAYMENT"] as const;

/** Paid with a bill that falls due later. */
export function isBill(channel: PaymentChannel): boolean {
  return channel === "BANK_ACCEPTANCE" || channel === "COMMERCIAL_ACCEPTANCE";
}

export const LEDGER_KINDS = [
  "DELIVERY",
  "CHARGE",
  "RECEIPT",
  "RETURN",
  "ADJUSTMENT",
  "DELIVERY_REVERSAL",
  "RECEIPT_REVERSAL",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const LEDGER_TONES: Record<LedgerKind, StateTone> = {
  DELIVERY: "shipped",
  CHARGE: "running",
  RECEIPT: "settled",
  RETURN: "problem",
  ADJUSTMENT: "draft",
  DELIVERY_REVERSAL: "voided",
  RECEIPT_REVERSAL: "voided",
};

export const SETTLEMENT_MODES = ["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"] as const;
