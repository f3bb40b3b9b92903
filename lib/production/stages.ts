/** The stages of production in the order in which goods pass them (F07). */
export const TASK_STAGES = [
  "NOT_STARTED",
  "MATERIAL",
  "MACHINING",
  "HEAT_TREAT",
  "GRINDING",
  "COATING",
  "INSPECTION",
  "FINISHED",
  "STOPPED",
] as const;
export type TaskStage = (typeof TASK_STAGES)[number];

/** The stage that usually follows; null after the last and while stopped. */
export function nextStage(stage: TaskStage): TaskStage | null {
  if (stage === "STOPPED" || stage === "FINISHED") return null;
  return TASK_STAGES[TASK_STAGES.indexOf(stage) + 1] ?? null;
}

/** Whether going there needs a reason: earlier than where the goods are, stopping, and starting again behind a stop. */
export function needsStageReason(from: TaskStage, to: TaskStage): boolean {
  if (from === to) return false;
  if (to === "STOPPED" || from === "STOPPED") return true;
  return TASK_STAGES.indexOf(to) < TASK_STAGES.indexOf(from);
}
