/** Enumerations of packing and dispatch and how their states look; words at `dispatch.<name>.<value>`. */
import type { StateTone } from "@/lib/i18n/state-tone";
import type { PackingStatus, WaybillStatus } from "./lifecycle";

export const PACKAGE_TYPES = ["CARTON", "WOODEN", "PLASTIC"] as const;
export const SERVICE_LEVELS = ["STANDARD", "ECONOMY", "EXPEDITED", "AIR", "SAME_CITY"] as const;
export const CONTACT_CHANNELS = ["PHONE", "FAX", "EMAIL", "WECHAT", "VISIT", "OTHER"] as const;
export const RECEIPT_RESULTS = [
  "RECEIVED_OK",
  "RECEIVED_WITH_PROBLEM",
  "NOT_RECEIVED",
  "NO_ANSWER",
] as const;
export type ReceiptResult = (typeof RECEIPT_RESULTS)[number];

export const PACKING_TONES: Record<PackingStatus, StateTone> = {
  DRAFT: "draft",
  BOXED: "running",
  VOIDED: "voided",
};

export const WAYBILL_TONES: Record<WaybillStatus, StateTone> = {
  DRAFT: "draft",
  NOTIFIED: "pending",
  HANDED_OVER: "shipped",
  SIGNED: "settled",
  EXCEPTION: "problem",
  RETURNED: "problem",
  VOIDED: "voided",
};

export const RECEIPT_TONES: Record<ReceiptResult, StateTone> = {
  RECEIVED_OK: "settled",
  RECEIVED_WITH_PROBLEM: "problem",
  NOT_RECEIVED: "pending",
  NO_ANSWER: "pending",
};

export const FOLLOW_UP_STATES = ["due", "overdue", "problem"] as const;
export const FOLLOW_UP_TONES: Record<(typeof FOLLOW_UP_STATES)[number], StateTone> = {
  due: "pending",
  overdue: "problem",
  problem: "problem",
};
