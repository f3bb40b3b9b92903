import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import { assertNotBeingChanged } from "@/lib/contracts/pending-revision";
import { noteTasked, noteTaskNumber } from "@/lib/contracts/production-progress";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { adoptOrder, stockRowsUncovered, submitPreparation } from "@/lib/preparation/steps";
import { isMandatory } from "@/lib/preparation/stock-rows";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { linkedPreparation } from "./linked-preparation";
import { restOf } from "./producible-lines";
import { assertRunning } from "./save-task";
import type { TaskInput } from "./schema";
import { taskContentHash } from "./task-content";
import { claimsOf } from "./task-lines";
import { contractOfTask, lockTask, taskFacts, type WholeTask } from "./task-load";
import { assertTaskMove, moveTask } from "./task-move";
import { taskTitle } from "./titles";

/**
 * The clerk hands the notice to the section chief, with the preparation order of a mixed contract in the same step
 * (R1.1.3-B1, R1.1.3-P). Its quantities are claimed of the contract's lines; SC is drawn the first time.
 * Throws `production.contract_not_running`, `production.over_to_produce`, `production.stock_rows_uncovered`.
 */
export function submitTask(
  actor: Actor,
  input: TaskInput,
  key: IdempotencyKey,
): Promise<{ taskId: string; docNo: string }> {
  return transactOnce({ key, actor, action: "task.submit", input }, async (tx) => {
    const contract = await lockContract(tx, await contractOfTask(tx, input.taskId));
    const task = { ...(await lockTask(tx, input.taskId)), rowVersion: input.rowVersion };
    const plan = assertTaskMove("submit", taskFacts(task), actor);
    assertRunning(contract);
    await assertNotBeingChanged(
      tx,
      contract.id,
      task.lines.flatMap(({ contractLineId }) => contractLineId ?? []),
    );
    assertWithinRest(contract, task);
    if (isMandatory(contract) && !(await linkedPreparation(tx, task.id)))
      await adoptOrder(tx, contract.id, task.id);
    const preparation = await linkedPreparation(tx, task.id);
    if (preparation?.status === "DRAFT") await submitPreparation(tx, actor, preparation.id);
    await assertStockRowsCovered(tx, contract.id);
    await noteTasked(tx, claimsOf(task, 1));
    await refreshTaskItem(tx, contract.id);
    await closeWorkItem(tx, { kind: "production.returned", subjectId: task.id });
    const contentHash = taskContentHash(task);
    await sign(tx, actor, {
      permission: "production:draft",
      subjectType: "production_task",
      subjectId: task.id,
      step: "PREPARED",
      decision: "AGREE",
      revision: task.revision,
      contentHash,
    });
    const docNo = task.docNo ?? (await drawNumber(tx, "SC", clock.today())).number;
    await moveTask(tx, task, plan.to, { docNo, contentHash });
    await noteTaskNumber(tx, contract.id, docNo);
    await askChief(tx, { ...task, docNo });
    await recordAudit(tx, actor, {
      type: "task.submitted",
      subjectType: "production_task",
      subjectId: task.id,
      details: { docNo, contractNo: task.contractNo },
    });
    return { taskId: task.id, docNo };
  });
}

/** Under the contract's lock: two clerks who task the same line are told apart here. */
function assertWithinRest(contract: WholeContract, task: WholeTask): void {
  const lines = new Map(contract.lines.map((line) => [line.id, line]));
  const issues = task.lines.flatMap(
    ({ contractLineId, quantity, extraQty }, index): FieldIssue[] => {
      const line = contractLineId === null ? undefined : lines.get(contractLineId);
      const rest = line ? restOf(line) : Quantity.zero;
      const share = Quantity.of(quantity).minus(Quantity.of(extraQty));
      if (!share.isGreaterThan(rest)) return [];
      return [
        {
          path: `lines.${index}.quantity`,
          code: "production.over_to_produce",
          details: {
            product: [line?.productName, line?.spec].filter(Boolean).join(" "),
            asked: share.toString(),
            rest: rest.toString(),
            unit: line?.unit ?? "",
          },
        },
      ];
    },
  );
  const [first] = issues;
  if (first) throw new DomainError(first.code, first.details, issues);
}

/** A mixed contract: every stock row stands on a preparation order that is sent or issued (rules 5.6). */
export async function assertStockRowsCovered(tx: Tx, contractId: string): Promise<void> {
  const uncovered = await stockRowsUncovered(tx, contractId);
  if (uncovered.length === 0) return;
  const rows = uncovered.map(
    ({ lineNo, productName, unordered, unit }) => `${lineNo}. ${productName} ${unordered} ${unit}`,
  );
  throw new DomainError("production.stock_rows_uncovered", { rows: rows.join("、") });
}

function askChief(tx: Tx, task: WholeTask): Promise<void> {
  return openWorkItem(tx, {
    kind: "production.sign",
    subjectType: "production_task",
    subjectId: task.id,
    title: taskTitle(task),
    role: "SECTION_CHIEF",
    dueOn: clock.today(),
  });
}
