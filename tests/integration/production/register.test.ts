import { describe, expect, it } from "vitest";
import { acceptTask } from "@/lib/production/accept-task";
import { assignTracker } from "@/lib/production/assign-tracker";
import { informCustomer } from "@/lib/production/inform-customer";
import { logTask } from "@/lib/production/log-task";
import { db } from "@/lib/server/db";
import { listWorkItems } from "@/lib/server/work-items";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aContractToProduce,
  acceptValues,
  anAcceptedTask,
  anIssuedTask,
  aSubmittedTask,
  aWorkshop,
  firstLine,
  logValues,
} from "@/tests/factories/production";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

/** The first holder of the duty becomes the tracker: here it is each team's clerk. */
async function endTrackingDuties() {
  await db.dutyAssignment.updateMany({
    where: { duty: "PRODUCTION_TRACKING" },
    data: { toOn: new Date("2020-12-31") },
  });
}

async function anOpenLine() {
  await endTrackingDuties();
  const team = await aWorkshop();
  const taskId = await anAcceptedTask(team, await aContractToProduce(team));
  return { team, taskId, line: await firstLine(taskId) };
}

describe("the production register", () => {
  it("[R1.1.3-T2] keeps dated entries of the tracker and of production, one after another", () =>
    today(async () => {
      const { team, taskId, line } = await anOpenLine();
      const first = await logValues(line.id, { stage: "MATERIAL", contactPerson: "周调度" });
      await logTask(team.clerk, first, aKey());
      const second = await logValues(line.id, {
        stage: "GRINDING",
        doneQty: "20",
        content: "磨削中",
      });
      await logTask(team.production, second, aKey());
      const now = await firstLine(taskId);
      expect(now).toMatchObject({ stage: "GRINDING" });
      expect(now.finishedQty.toFixed(0)).toBe("20");
      expect(now.logs.map(({ stage, loggedByName }) => [stage, loggedByName])).toEqual([
        ["MATERIAL", team.clerk.name],
        ["GRINDING", team.production.name],
      ]);
      await expect(db.taskLog.deleteMany({ where: { taskLineId: line.id } })).rejects.toThrow();
    }));

  it("[R1.1.3-B2] moves nothing before production has accepted, and notes the tracker's contact", () =>
    today(async () => {
      await endTrackingDuties();
      const team = await aWorkshop();
      const taskId = await anIssuedTask(team, await aContractToProduce(team));
      const before = await firstLine(taskId);
      for (const changes of [{ stage: "MATERIAL" }, { doneQty: "1" }] as const) {
        const values = await logValues(before.id, { ...changes, content: "已开工" });
        await expect(logTask(team.production, values, aKey())).rejects.toMatchObject({
          code: "production.accept_before_progress",
        });
      }
      expect(await firstLine(taskId)).toEqual(before);
      await logTask(team.clerk, await logValues(before.id, { content: "催生产签收" }), aKey());
      const now = await firstLine(taskId);
      expect(now).toMatchObject({ stage: "NOT_STARTED", logs: [{ content: "催生产签收" }] });
      await acceptTask(team.production, await acceptValues(taskId), aKey());
      await logTask(team.production, await logValues(now.id, { stage: "MATERIAL" }), aKey());
      expect((await firstLine(taskId)).stage).toBe("MATERIAL");
    }));

  it("[R1.1.3-T2] refuses progress backwards and less done without a word, and changes nothing", () =>
    today(async () => {
      const { team, taskId, line } = await anOpenLine();
      await logTask(
        team.production,
        await logValues(line.id, { stage: "GRINDING", doneQty: "20" }),
        aKey(),
      );
      const before = await firstLine(taskId);
      for (const [changes, code] of [
        [{ stage: "MACHINING" }, "production.stage_back_needs_reason"],
        [{ stage: "STOPPED" }, "production.stage_back_needs_reason"],
        [{ doneQty: "19" }, "production.done_less_needs_reason"],
        [{ doneQty: "61" }, "production.done_over_needs_reason"],
      ] as const) {
        await expect(
          logTask(team.production, await logValues(line.id, changes), aKey()),
        ).rejects.toMatchObject({ code });
      }
      expect(await firstLine(taskId)).toEqual(before);
      await logTask(
        team.production,
        await logValues(line.id, { stage: "MACHINING", content: "裂纹，返工" }),
        aKey(),
      );
      expect((await firstLine(taskId)).stage).toBe("MACHINING");
    }));

  it("[R1.1.3-T2] is written by the holder of the tracking duty and by production only", () =>
    today(async () => {
      const { line } = await anOpenLine();
      for (const stranger of [await anActor("CLERK"), await anActor("WAREHOUSE_KEEPER")]) {
        await expect(logTask(stranger, await logValues(line.id), aKey())).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
    }));

  it("[R1.1.3-T2] reminds the tracker when nothing was logged for seven days; an entry starts the seven days anew", async () => {
    const { team, line } = await today(anOpenLine);
    const seen = async (day: string) =>
      at(day, async () =>
        (await listWorkItems(team.clerk)).filter(
          ({ kind, subjectId }) => kind === "production.log" && subjectId === line.id,
        ),
      );
    expect(await seen("2026-11-29")).toHaveLength(0);
    expect(await seen("2026-11-30")).toMatchObject([{ isDueToday: true }]);
    await at("2026-11-30", async () =>
      logTask(team.clerk, await logValues(line.id, { content: "电话问过，正常" }), aKey()),
    );
    expect(await seen("2026-11-30")).toHaveLength(0);
    expect(await seen("2026-12-06")).toHaveLength(0);
    expect(await seen("2026-12-08")).toMatchObject([{ isOverdue: true }]);
  });

  it("asks for the reason of a delay beyond the contract's date, and makes the clerk inform the customer", () =>
    today(async () => {
      const { team, taskId, line } = await anOpenLine();
      const item = () =>
        db.workItem.findFirst({
          where: { subjectId: line.id, kind: "production.inform_customer", closedAt: null },
        });
      const late = { newExpectedOn: "2026-12-04" };
      await expect(
        logTask(team.production, await logValues(line.id, late), aKey()),
      ).rejects.toMatchObject({
        code: "production.delay_reason_required",
        issues: [{ path: "delayReason", details: { dueOn: "2026-12-01" } }],
      });
      await logTask(
        team.production,
        await logValues(line.id, { ...late, delayReason: "热处理炉检修" }),
        aKey(),
      );
      expect(await item()).toMatchObject({ assigneeId: team.clerk.id });

      const inform = async (informedOn: string) => {
        const { rowVersion } = await firstLine(taskId);
        const values = { informedOn: informedOn as never, informedHow: "电话告知王工，同意" };
        return informCustomer(team.clerk, { taskLineId: line.id, rowVersion, ...values }, aKey());
      };
      await expect(inform("2026-11-24")).rejects.toMatchObject({
        code: "production.informed_later",
      });
      await inform("2026-11-23");
      expect(await item()).toBeNull();
      expect(await firstLine(taskId)).toMatchObject({
        customerInformedBy: team.clerk.name,
        customerInformedNote: "电话告知王工，同意",
      });

      await logTask(
        team.production,
        await logValues(line.id, { newExpectedOn: "2026-12-10", delayReason: "还没修好" }),
        aKey(),
      );
      expect(await item()).not.toBeNull();
      await logTask(
        team.production,
        await logValues(line.id, { newExpectedOn: "2026-12-01", content: "外协赶回" }),
        aKey(),
      );
      expect(await item()).toBeNull();
    }));

  it("[R1.1.3-T2] is handed by the chief to another holder of the duty, to nobody else", () =>
    today(async () => {
      const { team, taskId, line } = await anOpenLine();
      const other = await anActor("CLERK", { duties: ["PRODUCTION_TRACKING"] });
      const give = async (trackerId: string) => {
        const { rowVersion } = await firstLine(taskId);
        return assignTracker(team.chief, { taskLineId: line.id, rowVersion, trackerId }, aKey());
      };
      await expect(give(team.keeper.id)).rejects.toMatchObject({
        code: "production.tracker_without_duty",
      });
      await give(other.id);
      expect((await firstLine(taskId)).trackerName).toBe(other.name);
      const item = await db.workItem.findFirstOrThrow({
        where: { subjectId: line.id, kind: "production.log", closedAt: null },
      });
      expect(item.assigneeId).toBe(other.id);
    }));

  it("has no entries for a notice that the chief has not signed", () =>
    today(async () => {
      const team = await aWorkshop();
      const taskId = await aSubmittedTask(team, await aContractToProduce(team));
      const line = await firstLine(taskId);
      await expect(
        logTask(team.production, await logValues(line.id), aKey()),
      ).rejects.toMatchObject({ code: "production.line_not_open" });
    }));
});
