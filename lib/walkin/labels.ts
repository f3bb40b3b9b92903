/** How the states of a walk-in pickup look; words at `walkin.status`. */
import type { StateTone } from "@/lib/i18n/state-tone";
import type { WalkInStatus } from "./lifecycle";

export const WALK_IN_TONES: Record<WalkInStatus, StateTone> = {
  DRAFT: "draft",
  PENDING_DEPT_HEAD: "pending",
  PENDING_DIRECTOR: "pending",
  APPROVED: "running",
  HANDED_OVER: "shipped",
  CONTRACT_DRAFTED: "running",
  CONTRACT_EFFECTIVE: "settled",
  REJECTED: "problem",
  CANCELLED: "voided",
};

/** How the receiver's right to collect was seen. */
export const AUTHORITY_KINDS = ["LETTER", "WORK_CARD", "ID_CARD", "KNOWN"] as const;

/** What is taken at the counter: cash, a code, a transfer (F40). */
export const COUNTER_CHANNELS = ["CASH", "WECHAT", "ALIPAY", "BANK_TRANSFER", "CHEQUE"] as const;
