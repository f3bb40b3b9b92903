import "server-only";
import { type Actor, can, canSign } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { mayCancelPreparation } from "@/lib/preparation/follow-task";
import { acknowledgementsAbout } from "@/lib/records/acknowledgements";
import { db } from "@/lib/server/db";
import { type Drawing, drawingsOf } from "./drawings";
import { taskLifecycle } from "./lifecycle";
import { linkedPreparation } from "./linked-preparation";
import { delayDays } from "./policy";
import { isTaskVisible, shownCustomer } from "./scope";
import { findTask, taskFacts, type WholeTask } from "./task-load";

const dateOf = (value: Date | null) => (value === null ? null : fromDbDate(value));

export type TaskDetail = NonNullable<Awaited<ReturnType<typeof findTaskDetail>>>;

/** A task notice as its page shows it; null when it is not in view. No price is read (rules 5.9). */
export async function findTaskDetail(actor: Actor, taskId: string) {
  if (!isUuid(taskId)) return null;
  const task = await findTask(db, taskId);
  if (!task || !(await isTaskVisible(actor, task))) return null;
  const [preparation, acknowledgements, drawings] = await Promise.all([
    linkedPreparation(db, task.id),
    acknowledgementsAbout(actor, task.id),
    drawingsOf(task.lines.map(({ id }) => id)),
  ]);
  const { lines, customerName, contentHash: _hash, customerId: _customer, ...head } = task;
  return {
    ...head,
    issuedOn: dateOf(task.issuedOn),
    priorOn: dateOf(task.priorOn),
    priorPromisedOn: dateOf(task.priorPromisedOn),
    promisedOn: dateOf(task.promisedOn),
    customerName: shownCustomer(actor, customerName),
    lines: lines.map((line) => taskLineView(line, drawings.get(line.id) ?? [])),
    preparation: preparation && {
      ...preparation,
      mayCancel: await mayCancelPreparation(db, actor, preparation.id),
    },
    acknowledgements,
    commands: taskLifecycle.available(
      taskFacts(task),
      actor,
      canSign({ kind: "production", amount: null }),
    ),
    mayOpenContract: can(actor, "contract:read"),
    mayOpenPreparation: can(actor, "preparation:read"),
  };
}

function taskLineView(line: WholeTask["lines"][number], drawings: readonly Drawing[]) {
  const expectedOn = dateOf(line.expectedOn);
  const contractDueOn = dateOf(line.contractDueOn);
  return {
    id: line.id,
    lineNo: line.lineNo,
    status: line.status,
    stage: line.stage,
    productId: line.productId,
    productCode: line.productCode,
    productName: line.productName,
    spec: line.spec,
    drawingNo: [line.drawingNo, line.drawingRev].filter(Boolean).join(" "),
    material: line.material,
    coating: line.coating,
    unit: line.unit,
    quantity: Quantity.of(line.quantity).toString(),
    extraQty: Quantity.of(line.extraQty).toString(),
    extraReason: line.extraReason,
    finishedQty: Quantity.of(line.finishedQty).toString(),
    receivedQty: Quantity.of(line.receivedQty).toString(),
    requiredOn: fromDbDate(line.requiredOn) as string,
    contractDueOn: contractDueOn as string | null,
    promisedOn: dateOf(line.promisedOn) as string | null,
    expectedOn: expectedOn as string | null,
    delayDays: delayDays(expectedOn, contractDueOn),
    technicalRequirement: line.technicalRequirement,
    packingRequirement: line.packingRequirement,
    inboundNos: line.inboundNos,
    drawings,
  };
}
export type TaskLineView = ReturnType<typeof taskLineView>;
