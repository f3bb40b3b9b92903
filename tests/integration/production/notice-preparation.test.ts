import { describe, expect, it } from "vitest";
import { cancelOrder, submitOrder } from "@/lib/preparation/decide-preparation";
import { receivePreparation } from "@/lib/preparation/execute-preparation";
import { savePreparation } from "@/lib/preparation/save-preparation";
import { cancelTask } from "@/lib/production/cancel-task";
import { withdrawTask } from "@/lib/production/refuse-task";
import { saveTask } from "@/lib/production/save-task";
import { signTask } from "@/lib/production/sign-task";
import { submitTask } from "@/lib/production/submit-task";
import { findTaskDetail } from "@/lib/production/task-queries";
import { db } from "@/lib/server/db";
import { listSignatures } from "@/lib/server/signatures";
import { aKey } from "@/tests/factories/people";
import { preparationRefOf, preparationValues, reservationsOf } from "@/tests/factories/preparation";
import {
  aContractToProduce,
  aDraftTask,
  anIssuedTask,
  aSubmittedTask,
  aWorkshop,
  taskRef,
  taskValues,
} from "@/tests/factories/production";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const orderOf = (taskId: string) =>
  db.preparationOrder.findFirstOrThrow({
    where: { taskId },
    orderBy: { createdAt: "desc" },
    include: { lines: true },
  });
const orderedOf = async (contractId: string) =>
  (await db.contractLine.findFirstOrThrow({ where: { contractId } })).orderedPrepQty.toFixed(0);

async function aMixedTask(make: typeof aSubmittedTask) {
  const team = await aWorkshop();
  const contract = await aContractToProduce(team, [{ quantity: "100", stock: "40" }]);
  return { team, contract, taskId: await make(team, contract) };
}

const cancelling = async (taskId: string, withPreparation: boolean) => ({
  ...(await taskRef(taskId)),
  comment: "客户取消",
  withPreparation,
});

describe("the preparation order of a mixed contract's production notice", () => {
  it("[R1.1.3-P] is withdrawn with it, and sent again with it", () =>
    today(async () => {
      const { team, contract, taskId } = await aMixedTask(aSubmittedTask);
      const sent = await orderOf(taskId);
      expect(await orderedOf(contract.id)).toBe("40");

      await withdrawTask(team.clerk, await taskRef(taskId), aKey());

      const order = await orderOf(taskId);
      expect(order).toMatchObject({ status: "DRAFT", docNo: sent.docNo });
      expect(await orderedOf(contract.id)).toBe("0");
      expect((await listSignatures(order.id)).every(({ voided }) => voided)).toBe(true);
      const open = { subjectId: order.id, closedAt: null };
      expect(await db.workItem.count({ where: open })).toBe(0);
      await submitTask(team.clerk, await taskRef(taskId), aKey());
      expect((await orderOf(taskId)).status).toBe("PENDING_CHIEF");
      expect(await orderedOf(contract.id)).toBe("40");
    }));

  it("[R1.1.3-P] ends with a cancelled notice where that is asked for: released once, the store told", () =>
    today(async () => {
      const { team, contract, taskId } = await aMixedTask(anIssuedTask);
      const { id, docNo } = await orderOf(taskId);
      await receivePreparation(team.keeper, await preparationRefOf(id), aKey());
      expect((await findTaskDetail(team.chief, taskId))?.preparation?.mayCancel).toBe(true);

      await cancelTask(team.chief, await cancelling(taskId, true), aKey());

      expect(await orderOf(taskId)).toMatchObject({
        status: "CANCELLED",
        cancelReason: "客户取消",
      });
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order RELEASED 40"]);
      expect(await orderedOf(contract.id)).toBe("0");
      const told = await db.acknowledgement.findMany({ where: { contractId: contract.id } });
      expect(told.map(({ paperNo }) => paperNo)).toContain(docNo);
    }));

  it("[R1.1.3-P] stays with its reservations where it is not", () =>
    today(async () => {
      const { team, contract, taskId } = await aMixedTask(anIssuedTask);
      await cancelTask(team.clerk, await cancelling(taskId, false), aKey());
      expect((await orderOf(taskId)).status).toBe("ISSUED");
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order ACTIVE 40"]);
    }));

  it("[R1.1.3-P] is drafted anew for the same notice after it was cancelled alone", () =>
    today(async () => {
      const { team, contract, taskId } = await aMixedTask(aDraftTask);
      const first = await orderOf(taskId);
      await cancelOrder(
        team.clerk,
        { ...(await preparationRefOf(first.id)), comment: "重写" },
        aKey(),
      );
      const again = await saveTask(
        team.clerk,
        taskValues(contract, undefined, await taskRef(taskId)),
        aKey(),
      );
      expect(again.preparationId).not.toBe(first.id);
      expect(await db.preparationOrder.findMany({ where: { taskId } })).toHaveLength(2);
      expect((await findTaskDetail(team.clerk, taskId))?.preparation).toMatchObject({
        id: again.preparationId,
        status: "DRAFT",
      });
      await submitTask(team.clerk, await taskRef(taskId), aKey());
      expect(await orderedOf(contract.id)).toBe("40");
    }));

  it("[R1.1.3-P] is taken up by the next notice when its own was cancelled without it", () =>
    today(async () => {
      const { team, contract, taskId } = await aMixedTask(aSubmittedTask);
      const { id } = await orderOf(taskId);
      await withdrawTask(team.clerk, await taskRef(taskId), aKey());
      await cancelTask(team.clerk, await cancelling(taskId, false), aKey());
      const next = await saveTask(team.clerk, taskValues(contract), aKey());
      expect(next.preparationId).toBe(id);
      expect((await orderOf(next.taskId)).id).toBe(id);
      expect(await db.preparationOrder.count({ where: { contractId: contract.id } })).toBe(1);
    }));

  it("[R1.1.3-P] that was sent alone is signed together with the notice, not after it", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team, [{ quantity: "100", stock: "40" }]);
      const taskId = await aDraftTask(team, contract, undefined, { preparation: null });
      const { preparationId } = await savePreparation(
        team.clerk,
        preparationValues(contract),
        aKey(),
      );
      await submitOrder(team.clerk, await preparationRefOf(preparationId), aKey());
      await submitTask(team.clerk, await taskRef(taskId), aKey());
      expect((await orderOf(taskId)).id).toBe(preparationId);
      await signTask(team.chief, { ...(await taskRef(taskId)), comment: "" }, aKey());
      expect((await orderOf(taskId)).status).toBe("ISSUED");
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order ACTIVE 40"]);
    }));
});
