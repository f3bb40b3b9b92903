import { DomainError } from "@/lib/core/domain-error";
import { receivePreparation } from "@/lib/preparation/execute-preparation";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { type Agenda, workdaysAfter } from "./agenda";
import { newKey } from "./keys";
import type { Staff } from "./people";
import { finishOrderOf, orderRef } from "./preparation-acts";
import {
  acceptTaskOf,
  deliverLine,
  draftTaskOf,
  inspectOf,
  linesOf,
  logTaskOf,
  receiveOf,
  signTaskOf,
  submitTaskOf,
} from "./production-acts";

const WORKDAYS_TO_MATERIAL = 1;
const WORKDAYS_TO_MAKE = 4;

/**
 * What the store does not have is made: task notice (with the preparation order of a mixed contract), a few days in the
 * workshop, inspection, receipt; `whenReceived` ships the rest.
 */
export async function makeWhatIsMissing(
  { staff, agenda }: { staff: Staff; agenda: Agenda },
  contractId: string,
  whenReceived: () => Promise<void>,
): Promise<void> {
  const taskId = await issueTask(staff, contractId);
  if (taskId === null) return;
  agenda.plan(workdaysAfter(clock.today(), WORKDAYS_TO_MATERIAL), "15:10", async () => {
    await logTaskOf(staff, taskId, { stage: "MACHINING", content: "已上机" });
    agenda.plan(workdaysAfter(clock.today(), WORKDAYS_TO_MAKE), "09:25", async () => {
      await logTaskOf(staff, taskId, { stage: "FINISHED", share: 1, content: "完工" });
      for (const line of await linesOf(taskId)) {
        const slipId = await deliverLine(staff, line, 1);
        await inspectOf(staff, slipId);
        await receiveOf(staff, slipId);
      }
      await whenReceived();
    });
  });
}

/** Null when nothing is to be made, or others have taken the stock part meanwhile. */
async function issueTask(staff: Staff, contractId: string): Promise<string | null> {
  const taskId = await draftTaskOf(staff, contractId);
  if (taskId === null) return null;
  try {
    await submitTaskOf(staff, taskId);
    await signTaskOf(staff, taskId);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
  const order = await db.preparationOrder.findFirst({ where: { taskId } });
  if (order?.status === "ISSUED") {
    await receivePreparation(await staff.who("keeper"), await orderRef(order.id), newKey());
    await finishOrderOf(staff, order.id, 0);
  }
  await acceptTaskOf(staff, taskId);
  return taskId;
}
