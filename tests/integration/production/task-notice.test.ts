import { describe, expect, it } from "vitest";
import { acceptTask } from "@/lib/production/accept-task";
import { cancelTask } from "@/lib/production/cancel-task";
import { changeTask } from "@/lib/production/change-task";
import { rejectTask, returnTask, withdrawTask } from "@/lib/production/refuse-task";
import { saveTask } from "@/lib/production/save-task";
import { signTask } from "@/lib/production/sign-task";
import { cancelTasksOf } from "@/lib/production/steps";
import { submitTask } from "@/lib/production/submit-task";
import { db, transact } from "@/lib/server/db";
import { seenContract } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aContractToProduce,
  acceptValues,
  aDraftTask,
  anAcceptedTask,
  anIssuedTask,
  aSubmittedTask,
  aWorkshop,
  firstLine,
  seenTask,
  taskRef,
  taskValues,
} from "@/tests/factories/production";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const refused = (code: string, details = {}) => expect.objectContaining({ code, ...details });

async function openItems(subjectId: string) {
  const rows = await db.workItem.findMany({ where: { subjectId, closedAt: null } });
  return rows.map(({ kind }) => kind).sort();
}

describe("the production task notice", () => {
  it("[R1.1.3-B1][R1.1.3-B2][R1.1.3-T1] goes from the clerk through the chief to production, and its lines stand in the register", () =>
    today(async () => {
      await db.dutyAssignment.updateMany({
        where: { duty: "PRODUCTION_TRACKING" },
        data: { toOn: new Date("2020-12-31") },
      });
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      expect(contract.contractClass).toBe("B");

      const taskId = await aDraftTask(team, contract);
      expect((await seenTask(taskId)).docNo).toBeNull();
      const { docNo } = await submitTask(team.clerk, await taskRef(taskId), aKey());
      expect(docNo).toMatch(/^SC2026-\d{4}$/);
      expect(await openItems(taskId)).toEqual(["production.sign"]);
      const claimed = await seenContract(contract.id);
      expect(claimed.lines[0]?.taskedQty.toFixed(0)).toBe("60");
      expect(claimed.register?.taskNos).toBe(docNo);

      await signTask(team.chief, { ...(await taskRef(taskId)), comment: "" }, aKey());
      expect(await openItems(taskId)).toEqual(["production.accept"]);
      const issued = await firstLine(taskId);
      expect(issued).toMatchObject({
        status: "OPEN",
        stage: "NOT_STARTED",
        trackerId: team.clerk.id,
        trackerName: team.clerk.name,
      });

      await acceptTask(team.production, await acceptValues(taskId), aKey());
      const task = await seenTask(taskId);
      expect(task).toMatchObject({ status: "ACCEPTED", acceptedByName: team.production.name });
      expect(task.promisedOn?.toISOString().slice(0, 10)).toBe("2026-11-27");
      expect(task.lines[0]?.expectedOn?.toISOString().slice(0, 10)).toBe("2026-11-27");
      const signatures = await db.signature.findMany({
        where: { subjectId: taskId, voidedAt: null },
        orderBy: { signedAt: "asc" },
      });
      expect(signatures.map(({ step }) => step)).toEqual(["PREPARED", "CHECKED", "RECEIVED"]);
    }));

  it("[R1.1.4-c][R1.1.3-B1] is refused for a contract that is only waiting for its approval", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team, [{ quantity: "60" }], "PENDING_CHIEF");
      await expect(saveTask(team.clerk, taskValues(contract), aKey())).rejects.toEqual(
        refused("production.contract_not_running"),
      );
      expect(await db.productionTask.count({ where: { contractId: contract.id } })).toBe(0);
    }));

  it("[R1.1.3-B1] is neither saved without what was agreed with production before", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      expect(() => taskValues(contract, undefined, { priorPerson: " " })).toThrow(/required/);
    }));

  it("[R1.1.3-B1] was spoken of with production before, not tomorrow", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      await expect(
        aDraftTask(team, contract, undefined, { priorOn: "2026-11-24" }),
      ).rejects.toMatchObject({ issues: [{ path: "priorOn", code: "common.date_in_future" }] });
    }));

  it("asks for more than the contract's rest only with a reason, and then keeps the surplus apart", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      await expect(aDraftTask(team, contract, ["70"])).rejects.toEqual(
        refused("common.invalid_input", {
          issues: [
            expect.objectContaining({
              path: "lines.0.extraReason",
              code: "production.extra_needs_reason",
            }),
          ],
        }),
      );
      const values = taskValues(contract, ["70"]);
      const lines = values.lines.map((line) => ({ ...line, extraReason: "备件 10 支" }));
      const { taskId } = await saveTask(team.clerk, { ...values, lines }, aKey());
      await submitTask(team.clerk, await taskRef(taskId), aKey());
      expect((await firstLine(taskId)).extraQty.toFixed(0)).toBe("10");
      expect((await seenContract(contract.id)).lines[0]?.taskedQty.toFixed(0)).toBe("60");
    }));

  it("takes whole pieces, and rows that are to be produced", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      await expect(aDraftTask(team, contract, ["1.5"])).rejects.toEqual(
        refused("common.invalid_input"),
      );
      const stocked = await aContractToProduce(team, [{ quantity: "5", stock: "5" }]);
      const values = taskValues(contract);
      const foreign = values.lines.map((line) => ({
        ...line,
        contractLineId: stocked.lines[0]?.id ?? "",
      }));
      await expect(
        saveTask(team.clerk, { ...values, lines: foreign }, aKey()),
      ).rejects.toMatchObject({ issues: [{ code: "production.line_not_to_produce" }] });
      await expect(aDraftTask(team, contract, ["0"])).rejects.toEqual(
        refused("production.task_has_lines"),
      );
    }));

  it("gives its quantities back when it is withdrawn, returned, rejected or cancelled", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      const tasked = async () => (await seenContract(contract.id)).lines[0]?.taskedQty.toFixed(0);
      const taskId = await aSubmittedTask(team, contract);
      await withdrawTask(team.clerk, await taskRef(taskId), aKey());
      expect(await tasked()).toBe("0");
      await submitTask(team.clerk, await taskRef(taskId), aKey());
      await returnTask(team.chief, { ...(await taskRef(taskId)), comment: "日期太紧" }, aKey());
      expect(await tasked()).toBe("0");
      expect(await openItems(taskId)).toEqual(["production.returned"]);
      await submitTask(team.clerk, await taskRef(taskId), aKey());
      expect(await tasked()).toBe("60");
      await rejectTask(team.chief, { ...(await taskRef(taskId)), comment: "不做了" }, aKey());
      expect(await tasked()).toBe("0");
      expect((await seenTask(taskId)).status).toBe("REJECTED");

      const next = await anAcceptedTask(team, contract);
      expect(await tasked()).toBe("60");
      await cancelTask(team.chief, { ...(await taskRef(next)), comment: "客户取消" }, aKey());
      expect(await tasked()).toBe("0");
      expect((await firstLine(next)).status).toBe("CANCELLED");
      expect(await openItems((await firstLine(next)).id)).toEqual([]);
      const told = await db.acknowledgement.findMany({ where: { paperId: next } });
      expect(told).toMatchObject([{ holder: "PRODUCTION", reason: "客户取消" }]);
    }));

  it("is signed by nobody who prepared it, and accepted with a reason for a later date only", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      const taskId = await aSubmittedTask(team, contract);
      await expect(
        signTask(team.clerk, { ...(await taskRef(taskId)), comment: "" }, aKey()),
      ).rejects.toEqual(refused("common.forbidden"));
      await signTask(team.chief, { ...(await taskRef(taskId)), comment: "" }, aKey());
      await expect(
        acceptTask(team.production, await acceptValues(taskId, "2026-11-29"), aKey()),
      ).rejects.toMatchObject({ issues: [{ code: "production.later_needs_reason" }] });
      await expect(
        acceptTask(team.production, await acceptValues(taskId, "2026-11-20"), aKey()),
      ).rejects.toMatchObject({ issues: [{ code: "production.promise_past" }] });
      const late = await acceptValues(taskId, "2026-12-05", "排产已满");
      await acceptTask(team.production, late, aKey());
      const line = await firstLine(taskId);
      expect(line.delayReason).toBe("排产已满");
      expect(await openItems(line.id)).toEqual(["production.inform_customer", "production.log"]);
    }));

  it("is changed by the chief with a reason, signed anew and acknowledged by production", () =>
    today(async () => {
      const team = await aWorkshop();
      const taskId = await anAcceptedTask(team, await aContractToProduce(team));
      const line = await firstLine(taskId);
      const same = {
        id: line.id,
        requiredOn: "2026-11-28" as never,
        technicalRequirement: "",
        packingRequirement: "单支管装",
      };
      const change = async (changes: object) =>
        changeTask(
          team.chief,
          {
            ...(await taskRef(taskId)),
            priority: "NORMAL",
            lines: [{ ...same, ...changes }],
            reason: "客户提前",
          },
          aKey(),
        );
      await expect(change({})).rejects.toEqual(refused("production.nothing_changed"));
      await change({ requiredOn: "2026-11-26" });
      expect((await seenTask(taskId)).revision).toBe(2);
      const [told] = await db.acknowledgement.findMany({ where: { paperId: taskId } });
      expect(told?.what).toContain("2026-11-28 → 2026-11-26");
      expect(told?.acknowledgedAt).toBeNull();
    }));

  it("ends with its contract, and production is told of what it holds", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team, [{ quantity: "60" }, { quantity: "20" }]);
      const held = await anIssuedTask(team, contract, ["30", "0"]);
      const waiting = await aSubmittedTask(team, contract, ["10", "0"]);
      const draft = await aDraftTask(team, contract, ["0", "20"]);
      await transact((tx) => cancelTasksOf(tx, team.director, contract.id, "合同作废"));
      for (const id of [held, waiting, draft])
        expect((await seenTask(id)).status).toBe("CANCELLED");
      const told = await db.acknowledgement.findMany({ where: { contractId: contract.id } });
      expect(told.map(({ paperId }) => paperId)).toEqual([held]);
      expect((await seenContract(contract.id)).lines.map((l) => l.taskedQty.toFixed(0))).toEqual([
        "0",
        "0",
      ]);
    }));
});

describe("a mixed contract", () => {
  it("[R1.1.3-P] task notice and preparation order are drafted, sent and issued in one step", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team, [{ quantity: "100", stock: "40" }]);
      const { taskId, preparationId } = await saveTask(team.clerk, taskValues(contract), aKey());
      expect(preparationId).not.toBeNull();
      const preparation = () =>
        db.preparationOrder.findUniqueOrThrow({
          where: { id: preparationId ?? "" },
          include: { lines: true },
        });
      expect((await preparation()).lines[0]?.prepareQty.toFixed(0)).toBe("40");
      await submitTask(team.clerk, await taskRef(taskId), aKey());
      expect((await preparation()).status).toBe("PENDING_CHIEF");
      await signTask(team.chief, { ...(await taskRef(taskId)), comment: "" }, aKey());
      expect((await preparation()).status).toBe("ISSUED");
      expect((await firstLine(taskId)).quantity.toFixed(0)).toBe("60");
      const reserved = await db.stockReservation.aggregate({
        where: { contractId: contract.id, status: "ACTIVE" },
        _sum: { quantity: true },
      });
      expect(reserved._sum.quantity?.toFixed(0)).toBe("40");
    }));

  it("[R1.1.3-P] the notice cannot be sent for signature without the preparation order; the refusal names the rows", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team, [{ quantity: "100", stock: "40" }]);
      const taskId = await aDraftTask(team, contract, undefined, { preparation: null });
      await expect(submitTask(team.clerk, await taskRef(taskId), aKey())).rejects.toEqual(
        refused("production.stock_rows_uncovered", {
          details: { rows: expect.stringContaining("1. 硬质合金立铣刀 40 支") },
        }),
      );
      expect((await seenTask(taskId)).status).toBe("DRAFT");
      expect((await seenContract(contract.id)).lines[0]?.taskedQty.toFixed(0)).toBe("0");
    }));

  it("[R1.1.3-P] the preparation order goes back with a returned notice", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team, [{ quantity: "100", stock: "40" }]);
      const taskId = await aSubmittedTask(team, contract);
      await returnTask(team.chief, { ...(await taskRef(taskId)), comment: "先改" }, aKey());
      const order = await db.preparationOrder.findFirstOrThrow({ where: { taskId } });
      expect(order.status).toBe("DRAFT");
      await submitTask(team.clerk, await taskRef(taskId), aKey());
      expect((await seenTask(taskId)).status).toBe("PENDING_CHIEF");
    }));
});

describe("races", () => {
  it("[R1.1.3-B1] eight clerks task the same line at once: exactly one claims it, nothing is tasked twice", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      const drafts: { clerk: Awaited<ReturnType<typeof anActor>>; taskId: string }[] = [];
      for (let i = 0; i < 8; i += 1) {
        const clerk = await anActor("CLERK");
        drafts.push({ clerk, taskId: await aDraftTask({ ...team, clerk }, contract) });
      }
      const answers = await Promise.allSettled(
        drafts.map(async ({ clerk, taskId }) => submitTask(clerk, await taskRef(taskId), aKey())),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const codes = answers.flatMap((answer) =>
        answer.status === "rejected" ? [answer.reason.code] : [],
      );
      expect(new Set(codes)).toEqual(new Set(["production.over_to_produce"]));
      expect((await seenContract(contract.id)).lines[0]?.taskedQty.toFixed(0)).toBe("60");
    }));
});
