/** How the statuses of shipping documents look; their words are at `shipping.notice_status` and `shipping.slip_status`. */
import type { StateTone } from "@/lib/i18n/state-tone";
import type { NoticeStatus } from "./notice-lifecycle";
import type { SlipStatus } from "./slip-lifecycle";

export const NOTICE_TONES: Record<NoticeStatus, StateTone> = {
  DRAFT: "draft",
  AWAITING_FUNDS: "pending",
  ISSUED: "running",
  ACKNOWLEDGED: "running",
  CLOSED: "settled",
  CANCELLED: "voided",
};

/** A red slip is never packed or shipped: it has taken goods back, whatever its status says. */
type ShownSlipStatus = SlipStatus | "RED";

/** The state of a slip as its readers know it. */
export function shownSlipStatus(slip: {
  status: SlipStatus;
  redOfId: string | null;
}): ShownSlipStatus {
  return slip.redOfId === null ? slip.status : "RED";
}

export const SLIP_TONES: Record<ShownSlipStatus, StateTone> = {
  DRAFT: "draft",
  PENDING_DEPT_HEAD: "pending",
  PENDING_DIRECTOR: "pending",
  APPROVED: "running",
  ISSUED: "running",
  PACKED: "running",
  SHIPPED: "shipped",
  REVERSED: "voided",
  RED: "settled",
  REJECTED: "problem",
  CANCELLED: "voided",
};

export const DELIVERY_METHODS = ["EXPRESS", "LOGISTICS", "DELIVERY", "PICKUP"] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];
export const FREIGHT_PAYERS = ["SUPPLIER", "CUSTOMER", "SHARED"] as const;
export type FreightPayer = (typeof FREIGHT_PAYERS)[number];
export const FREIGHT_SETTLEMENTS = ["PREPAID_CASH", "PREPAID_MONTHLY", "COLLECT"] as const;
export type FreightSettlement = (typeof FREIGHT_SETTLEMENTS)[number];
export const CONSIGNEE_SOURCES = ["CONTRACT", "SAVED", "TYPED"] as const;
export type ConsigneeSource = (typeof CONSIGNEE_SOURCES)[number];
/** Papers that go with the goods (F09, F11). */
export const ENCLOSED_DOCS = [
  "CERTIFICATE",
  "INSPECTION",
  "INVOICE",
  "PACKING_LIST",
  "CATALOGUE",
  "MANUAL",
] as const;
export type EnclosedDoc = (typeof ENCLOSED_DOCS)[number];

/** Methods for which a carrier must be named. */
export function needsCourier(method: DeliveryMethod): boolean {
  return method === "EXPRESS" || method === "LOGISTICS";
}

/** What stands in the way of a contract line that is due (R1.2.1-a). */
export const DUE_SITUATIONS = [
  "SHIP",
  "SHORT",
  "TO_PREPARE",
  "TO_PRODUCE",
  "NOT_SIGNED",
  "NOT_REGISTERED",
] as const;
export type DueSituation = (typeof DUE_SITUATIONS)[number];
export const DUE_TONES: Record<DueSituation, StateTone> = {
  SHIP: "running",
  SHORT: "problem",
  TO_PREPARE: "pending",
  TO_PRODUCE: "to_produce",
  NOT_SIGNED: "pending",
  NOT_REGISTERED: "pending",
};

type FundsState = "NOT_REQUIRED" | "WAITING" | "CONFIRMED";

/** Whether money is there is asked when the notice gets its number (gate G1); before, the stored state says nothing. */
export function shownFunds(notice: { docNo: string | null; fundsStatus: FundsState }) {
  return notice.docNo === null ? ("AT_ISSUE" as const) : notice.fundsStatus;
}

export const FUNDS_TONES: Record<FundsState | "AT_ISSUE", StateTone> = {
  AT_ISSUE: "draft",
  NOT_REQUIRED: "draft",
  WAITING: "pending",
  CONFIRMED: "settled",
};
