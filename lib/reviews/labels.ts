import type { StateTone } from "@/lib/i18n/state-tone";
import type { ReviewStatus } from "@/lib/reviews/lifecycle";
import type { OpinionResult } from "@/lib/reviews/policy";

/** The look of each status; the word is at `reviews.status.<status>`. */
export const REVIEW_TONES: Readonly<Record<ReviewStatus, StateTone>> = {
  DRAFT: "draft",
  CIRCULATING: "pending",
  PENDING_CHIEF: "pending",
  PENDING_DIRECTOR: "pending",
  EFFECTIVE: "settled",
  REJECTED: "problem",
  CANCELLED: "voided",
  SUPERSEDED: "voided",
};

/** Whether contracts may rest on an effective review today; the word is at `reviews.validity.<value>`. */
export const VALIDITY_TONES: Readonly<Record<"VALID" | "REUSED" | "EXPIRED", StateTone>> = {
  VALID: "settled",
  REUSED: "running",
  EXPIRED: "problem",
};

/** The look of an opinion; the word is at `reviews.result.<result>`. */
export const RESULT_TONES: Readonly<Record<OpinionResult, StateTone>> = {
  CAN: "settled",
  CONDITIONAL: "pending",
  CANNOT: "problem",
};
