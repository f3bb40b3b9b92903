import type { StateTone } from "@/lib/i18n/state-tone";
import type { CUSTOMER_STAGES } from "./schema";

/** The look of each stage; the word is at `customers.stage.<stage>`. */
export const CUSTOMER_STAGE_TONES: Record<(typeof CUSTOMER_STAGES)[number], StateTone> = {
  TARGET: "draft",
  ACTIVE: "running",
  DORMANT: "pending",
  LOST: "voided",
};
