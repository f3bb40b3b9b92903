import type { StateTone } from "@/lib/i18n/state-tone";
import type { ReviewStatus } from "@/lib/reviews/lifecycle";

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
