import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { dateInShanghai } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { assertLineOpen, changeLine, lockTaskLine } from "./line-load";
import type { AssignTrackerInput } from "./schema";
import { remindOfLog } from "./sign-task";
import { listTrackers } from "./trackers";

/** The chief names another holder of the duty as tracker of a row (R1.1.3-T2). */
export function assignTracker(
  actor: Actor,
  input: AssignTrackerInput,
  key: IdempotencyKey,
): Promise<{ taskLineId: string }> {
  return transactOnce({ key, actor, action: "task.tracker", input }, async (tx) => {
    if (!can(actor, "production:assign_tracker")) throw new DomainError("common.forbidden");
    const line = await lockTaskLine(tx, input.taskLineId);
    assertLineOpen(line, actor, "production:assign_tracker");
    const tracker = (await listTrackers(tx)).find(({ id }) => id === input.trackerId);
    if (!tracker) {
      throw new DomainError("production.tracker_without_duty", undefined, [
        { path: "trackerId", code: "production.tracker_without_duty" },
      ]);
    }
    await changeLine(
      tx,
      { id: line.id, rowVersion: input.rowVersion },
      { trackerId: tracker.id, trackerName: tracker.name },
    );
    const since = line.lastLoggedAt ?? line.task.issuedOn;
    await remindOfLog(tx, line.task, line, {
      from: since ? dateInShanghai(since) : clock.today(),
      trackerId: tracker.id,
    });
    await recordAudit(tx, actor, {
      type: "task_line.tracker_changed",
      subjectType: "task_line",
      subjectId: line.id,
      details: { from: line.trackerName, into: tracker.name },
    });
    return { taskLineId: line.id };
  });
}
