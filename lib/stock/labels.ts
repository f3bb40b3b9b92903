/** How states of the store look; the words are at `stock.status.<STATUS>`. */
import type { StateTone } from "@/lib/i18n/state-tone";
import type { InboundStatus } from "@/lib/stock/lifecycle";

export const INBOUND_TONES: Record<InboundStatus, StateTone> = {
  DRAFT: "draft",
  POSTED: "settled",
  CANCELLED: "voided",
  REVERSED: "voided",
};
