import type { StateTone } from "@/lib/i18n/state-tone";
import type { TermChangeStatus } from "./lifecycle";

/** The look of each status; the word is at `credit.status.<status>`. */
export const TERM_CHANGE_TONES: Record<TermChangeStatus, StateTone> = {
  DRAFT: "draft",
  PENDING_CHIEF: "pending",
  PENDING_DIRECTOR: "pending",
  EFFECTIVE: "settled",
  REJECTED: "problem",
  CANCELLED: "voided",
};
