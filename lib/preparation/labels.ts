/** How the statuses of preparation orders look; their words are at `preparation.status`. */
import type { StateTone } from "@/lib/i18n/state-tone";
import type { PreparationStatus } from "./lifecycle";

export const PREPARATION_TONES: Record<PreparationStatus, StateTone> = {
  DRAFT: "draft",
  PENDING_CHIEF: "pending",
  ISSUED: "running",
  PREPARING: "running",
  PREPARED: "settled",
  CONSUMED: "shipped",
  REJECTED: "problem",
  CANCELLED: "voided",
};

/** What can bind stock to a contract (rules 5.6). */
export const RESERVATION_SOURCES = [
  "preparation_order",
  "inbound_slip",
  "shipping_notice",
  "other",
] as const;
