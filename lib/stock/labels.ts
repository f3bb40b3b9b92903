/** How states of the store look; the words are at `stock.status`, `stock.levels`, `stock.kinds`, `stock.types`. */
import type { StateTone } from "@/lib/i18n/state-tone";
import type { InboundStatus } from "@/lib/stock/lifecycle";

export const INBOUND_STATUSES = [
  "DRAFT",
  "PENDING_INSPECTION",
  "INSPECTED",
  "POSTED",
  "CANCELLED",
  "REVERSED",
] as const satisfies readonly InboundStatus[];

export const INBOUND_TONES: Record<InboundStatus, StateTone> = {
  DRAFT: "draft",
  PENDING_INSPECTION: "pending",
  INSPECTED: "running",
  POSTED: "settled",
  CANCELLED: "voided",
  REVERSED: "voided",
};

export const INBOUND_TYPES = [
  "PRODUCTION",
  "RETURN",
  "SAMPLE_RETURN",
  "STOCKTAKE",
  "OPENING",
  "OTHER",
] as const;

export const MOVEMENT_KINDS = ["INBOUND", "OUTBOUND", "OUTBOUND_REVERSAL"] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

export const MOVEMENT_TONES: Record<MovementKind, StateTone> = {
  INBOUND: "running",
  OUTBOUND: "shipped",
  OUTBOUND_REVERSAL: "voided",
};

/** SHORT: more is promised than there is. LOW: below the minimum. */
export const STOCK_LEVELS = ["ENOUGH", "LOW", "SHORT", "NONE"] as const;
export type StockLevel = (typeof STOCK_LEVELS)[number];

export const STOCK_LEVEL_TONES: Record<StockLevel, StateTone> = {
  ENOUGH: "settled",
  LOW: "pending",
  SHORT: "problem",
  NONE: "draft",
};
