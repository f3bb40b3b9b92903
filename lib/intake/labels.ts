/** How an intake record's states look; their words are at `intake.status`. */
import type { StateTone } from "@/lib/i18n/state-tone";

export const INTAKE_STATUSES = ["OPEN", "CLOSED"] as const;
export type IntakeStatus = (typeof INTAKE_STATUSES)[number];

export const INTAKE_TONES: Record<IntakeStatus, StateTone> = {
  OPEN: "pending",
  CLOSED: "settled",
};

/** Everything a record can end with; CONTRACT is written by the order itself. */
export const ALL_OUTCOMES = ["QUOTED", "REVIEW", "CONTRACT", "SAMPLE", "TECH", "CLOSED"] as const;

/** Records about goods have lines; the others say what it is about in words. */
export function asksForGoods(intakeType: string): boolean {
  return intakeType === "ORDER" || intakeType === "INQUIRY";
}
