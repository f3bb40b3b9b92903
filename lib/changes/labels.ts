/** How a change's states look (ux 2.11); their words are at `changes.status`. */
import type { RevisionStatus } from "@/lib/changes/lifecycle";
import type { StateTone } from "@/lib/i18n/state-tone";

export const REVISION_TONES: Record<RevisionStatus, StateTone> = {
  DRAFT: "draft",
  PENDING_CHIEF: "pending",
  PENDING_DIRECTOR: "pending",
  EFFECTIVE: "running",
  CANCELLED: "voided",
  SUPERSEDED: "settled",
};
