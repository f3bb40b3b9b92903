import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import { assertNotBeingChanged } from "@/lib/contracts/pending-revision";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { adoptOrder, draftPreparation, stockRowsUncovered } from "@/lib/preparation/steps";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { linkedPreparation } from "./linked-preparation";
import { isRunning } from "./producible-lines";
import type { SaveTaskInput } from "./schema";
import { type TaskShare, taskShares, writeTaskLines } from "./task-lines";
import { lockTask, taskFacts } from "./task-load";
import { assertTaskMove, moveTask } from "./task-move";

type Answer = { taskId: string; rowVersion: number; preparationId: string | null };

/**
 * Writes a draft of a production task notice (F06) from the contract's PRODUCE and NEW rows, with the earlier
 * communication with production (R1.1.3-B1). For a mixed contract the preparation order is drafted in the same step
 * (R1.1.3-P). Nothing is claimed yet. Throws `production.contract_not_running`, `contracts.line_being_changed` and
 * `common.invalid_input` with one issue per cell.
 */
export function saveTask(actor: Actor, input: SaveTaskInput, key: IdempotencyKey): Promise<Answer> {
  return transactOnce({ key, actor, action: "task.save", input }, async (tx) => {
    requirePermission(actor, "production:draft");
    const contract = await lockContract(tx, input.contractId);
    assertRunning(contract);
    assertSpokenBefore(input);
    const shares = await taskShares(tx, contract, input.lines);
    await assertNotBeingChanged(
      tx,
      contract.id,
      shares.map(({ line }) => line.id),
    );
    const answer = await (input.taskId === null
      ? createDraft(tx, actor, { contract, shares, input })
      : changeDraft(tx, actor, { contract, shares, input }, input.taskId));
    const preparationId = await draftStockPart(tx, actor, {
      contract,
      input,
      taskId: answer.taskId,
    });
    return { ...answer, preparationId };
  });
}

/** Throws `production.contract_not_running`: a task for a contract that is not approved, or over. */
export function assertRunning(contract: WholeContract): void {
  if (isRunning(contract)) return;
  throw new DomainError("production.contract_not_running", {
    contractNo: contract.contractNo ?? contract.docNo ?? "",
  });
}

/** What was agreed with production was agreed already (R1.1.3-B1). */
function assertSpokenBefore({ priorOn }: SaveTaskInput): void {
  if (priorOn <= clock.today()) return;
  throw new DomainError("common.invalid_input", undefined, [
    { path: "priorOn", code: "common.date_in_future" },
  ]);
}

type Draft = { contract: WholeContract; shares: readonly TaskShare[]; input: SaveTaskInput };

function headOf({ contract, input }: Draft) {
  return {
    contractNo: contract.contractNo ?? "",
    contractClass: contract.contractClass,
    contractRevision: contract.revision,
    customerName: contract.customerName,
    toDepartment: input.toDepartment,
    priorPerson: input.priorPerson,
    priorOn: toDbDate(input.priorOn),
    priorPromisedOn: toDbDate(input.priorPromisedOn),
    priorNote: input.priorNote,
    priority: input.priority,
    reviewNos: contract.contractClass === "C" ? contract.reviewNos : "",
    remark: input.remark,
  };
}

async function createDraft(tx: Tx, actor: Actor, draft: Draft) {
  const taskId = newId();
  await tx.productionTask.create({
    data: {
      ...headOf(draft),
      id: taskId,
      contractId: draft.contract.id,
      customerId: draft.contract.customerId,
      preparedById: actor.id,
      preparedByName: actor.name,
      createdAt: clock.now(),
    },
  });
  await writeTaskLines(tx, taskId, draft.shares);
  await recordAudit(tx, actor, {
    type: "task.drafted",
    subjectType: "production_task",
    subjectId: taskId,
    details: { contractNo: draft.contract.contractNo ?? "" },
  });
  return { taskId, rowVersion: 1 };
}

async function changeDraft(tx: Tx, actor: Actor, draft: Draft, taskId: string) {
  const { contract, input } = draft;
  const task = await lockTask(tx, taskId);
  if (task.contractId !== contract.id) throw new DomainError("common.not_found");
  assertTaskMove("edit", taskFacts(task), actor);
  const rowVersion = input.rowVersion ?? 0;
  await moveTask(tx, { id: taskId, status: "DRAFT", rowVersion }, "DRAFT", {
    ...headOf(draft),
    revision: { increment: task.docNo === null ? 0 : 1 },
  });
  await writeTaskLines(tx, taskId, draft.shares);
  await recordAudit(tx, actor, {
    type: "task.changed",
    subjectType: "production_task",
    subjectId: taskId,
  });
  return { taskId, rowVersion: rowVersion + 1 };
}

/**
 * The stock rows that no preparation order covers yet go onto one of their own, tied to this notice; a draft that was
 * left over from a cancelled notice is taken up again.
 */
async function draftStockPart(
  tx: Tx,
  actor: Actor,
  { contract, input, taskId }: { contract: WholeContract; input: SaveTaskInput; taskId: string },
): Promise<string | null> {
  const linked = await linkedPreparation(tx, taskId);
  if (linked) return linked.id;
  if (input.preparation === null) return null;
  const left = await adoptOrder(tx, contract.id, taskId);
  if (left) return left;
  const uncovered = await stockRowsUncovered(tx, contract.id);
  if (uncovered.length === 0) return null;
  const { id } = await draftPreparation(tx, actor, {
    contractId: contract.id,
    taskId,
    dueOn: input.preparation.dueOn,
    packingRequirement: input.preparation.packingRequirement,
    lines: uncovered.map(({ contractLineId, unordered }) => ({
      contractLineId,
      quantity: unordered,
    })),
  });
  return id;
}
