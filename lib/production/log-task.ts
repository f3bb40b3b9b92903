import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { refreshInformItem } from "./inform-item";
import { assertLineOpen, changeLine, lockTaskLine, type WholeLine } from "./line-load";
import { delayDays, logIssues } from "./policy";
import type { LogTaskInput } from "./schema";
import { remindOfLog } from "./sign-task";

const dateOf = (value: Date | null) => (value === null ? null : fromDbDate(value));

/**
 * One dated entry of the register (F07, R1.1.3-T2): stage, done quantity, contact, content, new expected date. Before
 * production has accepted the notice only a contact is noted. Going back, stopping and counting less need words; a date
 * after the contract's needs the reason of the delay and makes the clerk inform the customer. Throws
 * `common.invalid_input` with an issue for each field.
 */
export function logTask(
  actor: Actor,
  input: LogTaskInput,
  key: IdempotencyKey,
): Promise<{ taskLineId: string; rowVersion: number }> {
  return transactOnce({ key, actor, action: "task.log", input }, async (tx) => {
    const line = await lockTaskLine(tx, input.taskLineId);
    assertLineOpen(line, actor, "production:log");
    assertPlausible(line, input);
    await changeLine(tx, { id: line.id, rowVersion: input.rowVersion }, fieldsOf(line, input));
    await writeLog(tx, actor, line.id, input);
    await refreshInformItem(tx, line.id);
    await remindOfLog(tx, line.task, line, { from: clock.today(), trackerId: line.trackerId });
    await recordAudit(tx, actor, {
      type: "task_line.logged",
      subjectType: "task_line",
      subjectId: line.id,
      details: { stage: input.stage, quantity: input.doneQty.toString(), comment: input.content },
    });
    return { taskLineId: line.id, rowVersion: input.rowVersion + 1 };
  });
}

function assertPlausible(line: WholeLine, input: LogTaskInput): void {
  const issues = logIssues(
    {
      isAccepted: line.task.status === "ACCEPTED",
      stage: line.stage,
      quantity: Quantity.of(line.quantity),
      finishedQty: Quantity.of(line.finishedQty),
      expectedOn: dateOf(line.expectedOn),
      contractDueOn: dateOf(line.contractDueOn),
    },
    input,
  );
  const [first] = issues;
  if (first) throw new DomainError(first.code, first.details, issues);
}

/** A later date after the contract's means that the customer has to be told again. */
function fieldsOf(line: WholeLine, input: LogTaskInput) {
  const moved = input.newExpectedOn !== null && input.newExpectedOn !== dateOf(line.expectedOn);
  const late = delayDays(input.newExpectedOn, dateOf(line.contractDueOn)) > 0;
  return {
    stage: input.stage,
    finishedQty: input.doneQty.toString(),
    lastLoggedAt: clock.now(),
    ...(moved && input.newExpectedOn !== null ? { expectedOn: toDbDate(input.newExpectedOn) } : {}),
    ...(late ? { delayReason: input.delayReason } : {}),
    ...(moved && late
      ? { customerInformedAt: null, customerInformedBy: "", customerInformedNote: "" }
      : {}),
  };
}

export async function writeLog(
  tx: Tx,
  actor: Actor,
  taskLineId: string,
  input: Pick<
    LogTaskInput,
    "stage" | "doneQty" | "contactPerson" | "content" | "newExpectedOn" | "delayReason"
  >,
): Promise<void> {
  await tx.taskLog.create({
    data: {
      taskLineId,
      loggedOn: toDbDate(clock.today()),
      stage: input.stage,
      doneQty: input.doneQty.toString(),
      contactPerson: input.contactPerson,
      content: input.content,
      newExpectedOn: input.newExpectedOn === null ? null : toDbDate(input.newExpectedOn),
      delayReason: input.delayReason,
      loggedById: actor.id,
      loggedByName: actor.name,
      loggedAt: clock.now(),
    },
  });
}
