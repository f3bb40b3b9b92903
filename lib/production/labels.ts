/** How states of production look; the words are at `production.task_status`, `line_status`, `stage`, `receipt_status`. */
import type { StateTone } from "@/lib/i18n/state-tone";
import type { TaskStatus } from "./lifecycle";
import type { ReceiptStatus } from "./receipt-lifecycle";

export const TASK_TONES: Record<TaskStatus, StateTone> = {
  DRAFT: "draft",
  PENDING_CHIEF: "pending",
  ISSUED: "running",
  ACCEPTED: "to_produce",
  DONE: "settled",
  REJECTED: "problem",
  CANCELLED: "voided",
};

export const LINE_STATUSES = ["WAITING", "OPEN", "PARTIAL", "DONE", "CANCELLED"] as const;
export type TaskLineStatus = (typeof LINE_STATUSES)[number];
export const LINE_TONES: Record<TaskLineStatus, StateTone> = {
  WAITING: "draft",
  OPEN: "to_produce",
  PARTIAL: "running",
  DONE: "settled",
  CANCELLED: "voided",
};

export const RECEIPT_TONES: Record<ReceiptStatus, StateTone> = {
  PENDING_INSPECTION: "pending",
  INSPECTED: "running",
  POSTED: "settled",
  CANCELLED: "voided",
};

export const TASK_PRIORITIES = ["NORMAL", "URGENT"] as const;
export const INSPECTION_RESULTS = ["QUALIFIED", "CONCESSION"] as const;
/** How goods from the workshop are packed (F48). */
export const PACK_FORMS = ["TUBE", "BOX", "CASE"] as const;
export type PackForm = (typeof PACK_FORMS)[number];
