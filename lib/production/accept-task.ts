import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem } from "@/lib/server/work-items";
import { refreshInformItem } from "./inform-item";
import type { AcceptTaskInput } from "./schema";
import { taskContentHash } from "./task-content";
import { lockTask, taskFacts, type WholeTask } from "./task-load";
import { assertTaskMove, moveTask } from "./task-move";

/**
 * Production signs for the notice with a promised date for every line (F06). A promise after the required date needs a
 * reason; one after the contract's date goes to the clerk, who informs the customer (F07).
 */
export function acceptTask(
  actor: Actor,
  input: AcceptTaskInput,
  key: IdempotencyKey,
): Promise<{ taskId: string }> {
  return transactOnce({ key, actor, action: "task.accept", input }, async (tx) => {
    const task = { ...(await lockTask(tx, input.taskId)), rowVersion: input.rowVersion };
    const plan = assertTaskMove("accept", taskFacts(task), actor);
    const promises = promisesOf(task, input);
    const promisedOn = [...promises.values()].sort().at(-1) ?? clock.today();
    await sign(tx, actor, {
      permission: "production:accept",
      subjectType: "production_task",
      subjectId: task.id,
      step: "RECEIVED",
      decision: "AGREE",
      comment: input.reason,
      revision: task.revision,
      contentHash: taskContentHash(task),
    });
    await moveTask(tx, task, plan.to, {
      acceptedById: actor.id,
      acceptedByName: actor.name,
      acceptedAt: clock.now(),
      promisedOn: toDbDate(promisedOn),
      promiseReason: input.reason,
    });
    for (const line of task.lines) {
      const promised = promises.get(line.id) ?? promisedOn;
      const late = line.contractDueOn !== null && promised > fromDbDate(line.contractDueOn);
      await tx.taskLine.update({
        where: { id: line.id },
        data: {
          promisedOn: toDbDate(promised),
          expectedOn: toDbDate(promised),
          ...(late ? { delayReason: input.reason } : {}),
          rowVersion: { increment: 1 },
        },
      });
      await refreshInformItem(tx, line.id);
    }
    await closeWorkItem(tx, { kind: "production.accept", subjectId: task.id });
    await recordAudit(tx, actor, {
      type: "task.accepted",
      subjectType: "production_task",
      subjectId: task.id,
      details: { docNo: task.docNo ?? "", promisedOn, reason: input.reason },
    });
    return { taskId: task.id };
  });
}

function promisesOf(task: WholeTask, input: AcceptTaskInput): Map<string, CalendarDate> {
  const issues: FieldIssue[] = [];
  const promises = new Map<string, CalendarDate>();
  for (const line of task.lines) {
    const promised = input.promises[line.id];
    const path = `promises.${line.id}`;
    const required = fromDbDate(line.requiredOn);
    if (promised === undefined) issues.push({ path, code: "common.required" });
    else if (promised < clock.today()) issues.push({ path, code: "production.promise_past" });
    else {
      promises.set(line.id, promised);
      if (promised > required && input.reason === "")
        issues.push({
          path: "reason",
          code: "production.later_needs_reason",
          details: { required },
        });
    }
  }
  const [first] = issues;
  if (first) throw new DomainError("common.invalid_input", undefined, dropRepeated(issues));
  return promises;
}

/** One issue for each field is enough. */
function dropRepeated(issues: readonly FieldIssue[]): FieldIssue[] {
  return issues.filter(
    ({ path }, index) => issues.findIndex((other) => other.path === path) === index,
  );
}
