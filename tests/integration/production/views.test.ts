import { describe, expect, it } from "vitest";
import { productionOfContract } from "@/lib/production/contract-production";
import { listTaskLines } from "@/lib/production/line-list";
import { findLineDetail } from "@/lib/production/line-queries";
import { listReceipts } from "@/lib/production/receipt-list";
import { findReceiptDetail } from "@/lib/production/receipt-queries";
import { contractsToTask, newTaskForm } from "@/lib/production/task-form-query";
import { listTasks } from "@/lib/production/task-list";
import { findTaskDetail } from "@/lib/production/task-queries";
import { findActor } from "@/lib/server/actor";
import { db } from "@/lib/server/db";
import { createContract, goodsLine } from "@/tests/factories/contracts";
import {
  aContractToProduce,
  aDelivery,
  anAcceptedTask,
  anInspectedDelivery,
  aSubmittedTask,
  aWorkshop,
  firstLine,
  seenTask,
} from "@/tests/factories/production";
import { createProduct } from "@/tests/factories/products";
import { createReview } from "@/tests/factories/reviews";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

const FIRST_PAGE = {
  q: "",
  sort: null,
  direction: null,
  after: null,
  before: null,
  size: 50,
  totals: true,
  filters: {},
};
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

describe("production's registers", () => {
  it("[R1.1.3-T1] have one row a task line from the chief's signature on, and cost a fixed number of queries", () =>
    today(async () => {
      const team = await aWorkshop();
      const waiting = await aSubmittedTask(team, await aContractToProduce(team));
      const taskId = await anAcceptedTask(team, await aContractToProduce(team));
      const line = await firstLine(taskId);
      await aDelivery(team, line.id, "10");
      const reads = () =>
        Promise.all([
          listTasks(team.clerk, FIRST_PAGE),
          listTaskLines(team.clerk, FIRST_PAGE),
          listReceipts(team.keeper, FIRST_PAGE),
        ]);
      const few = await countQueries(reads);
      const [tasks, lines, receipts] = few.result;
      expect(tasks.rows.map(({ id }) => id)).toEqual(expect.arrayContaining([taskId, waiting]));
      expect(lines.rows.map(({ id }) => id)).toContain(line.id);
      expect(lines.rows.map(({ id }) => id)).not.toContain((await firstLine(waiting)).id);
      expect(receipts.rows[0]).toMatchObject({ status: "PENDING_INSPECTION", deliveredQty: "10" });
      for (let i = 0; i < 3; i += 1) await anAcceptedTask(team, await aContractToProduce(team));
      const many = await countQueries(reads);
      expect(many.queries.length).toBe(few.queries.length);
    }));

  it("finds rows by number, by stage and by what is late", () =>
    today(async () => {
      const team = await aWorkshop();
      const taskId = await anAcceptedTask(team, await aContractToProduce(team));
      const { docNo } = await seenTask(taskId);
      const found = async (state: object) =>
        (await listTaskLines(team.clerk, { ...FIRST_PAGE, ...state })).rows.map(({ id }) => id);
      const { id } = await firstLine(taskId);
      expect(await found({ q: docNo ?? "" })).toEqual([id]);
      expect(await found({ filters: { stage: ["NOT_STARTED"], open: ["true"] } })).toContain(id);
      expect(await found({ filters: { stage: ["COATING"] } })).not.toContain(id);
      expect(await found({ filters: { late: ["true"] } })).not.toContain(id);
    }));
});

describe("production's pages", () => {
  it("offer each person what the life cycle allows", () =>
    today(async () => {
      const team = await aWorkshop();
      const taskId = await aSubmittedTask(team, await aContractToProduce(team));
      const commands = async (person: typeof team.clerk) =>
        (await findTaskDetail(person, taskId))?.commands;
      expect(await commands(team.clerk)).toEqual(["withdraw", "cancel"]);
      expect(await commands(team.chief)).toEqual(["sign", "return", "reject", "cancel"]);
      expect(await commands(team.production)).toEqual([]);
    }));

  it("show the row of the register with its entries and deliveries, and who may do what", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      const taskId = await anAcceptedTask(team, contract);
      const line = await firstLine(taskId);
      const slipId = await anInspectedDelivery(team, line.id, "25");
      const seen = await findLineDetail(team.production, line.id);
      expect(seen).toMatchObject({ rest: "35", delayDays: 0 });
      expect(seen?.receipts.map(({ id }) => id)).toEqual([slipId]);
      expect(seen?.may).toMatchObject({ log: true, deliver: true, inform: false });
      expect(JSON.stringify(seen)).not.toMatch(/price|amount/i);
      expect((await findReceiptDetail(team.keeper, slipId))?.commands).toEqual([
        "receive",
        "send_back",
      ]);
      expect((await findReceiptDetail(team.quality, slipId))?.commands).toEqual([]);
      const production = await productionOfContract(team.clerk, contract.id);
      expect(production).toMatchObject({ untasked: 0, mayDraft: false });
    }));

  it("[R1.1.3-B1] the form is filled from the contract: rest, date less the lead, what production said", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      await db.contract.update({
        where: { id: contract.id },
        data: {
          productionFeedback: {
            department: "机加车间",
            person: "周调度",
            on: "2026-11-01",
            promisedOn: "2026-11-27",
            content: "料有",
          },
        },
      });
      expect((await contractsToTask(team.clerk)).map(({ id }) => id)).toContain(contract.id);
      const form = await newTaskForm(team.clerk, contract.id);
      expect(form?.values).toMatchObject({
        toDepartment: "机加车间",
        priorPerson: "周调度",
        priorOn: "2026-11-01",
        priorPromisedOn: "2026-11-27",
        lines: [{ quantity: "60", requiredOn: "2026-11-28" }],
        preparation: null,
      });
      expect(await newTaskForm(team.production, contract.id)).toBeNull();
    }));

  it("[R1.1.3-P] proposes the stock part for the first day on which some of it goes, not for production's last", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team, [
        { quantity: "10", stock: "10", changes: { deliveryOn: "2026-12-01" } },
        { quantity: "60", changes: { deliveryOn: "2026-12-20" } },
      ]);
      const form = await newTaskForm(team.clerk, contract.id);
      expect(form?.values.lines).toMatchObject([{ requiredOn: "2026-12-17" }]);
      expect(form?.values.preparation?.dueOn).toBe("2026-11-28");
    }));

  it("[R1.1.3-B1][R1.1.3-C2] starts with what production answered in the review of what was never made", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      const review = await at("2026-11-20", () =>
        createReview({ status: "EFFECTIVE", approvedOn: "2026-12-15" }),
      );
      await db.contractLine.updateMany({
        where: { contractId: contract.id },
        data: { supplyType: "NEW", reviewLineId: review.lines[0]?.id ?? "" },
      });
      const form = await newTaskForm(team.clerk, contract.id);
      const opinion = review.opinions.find(({ department }) => department === "PRODUCTION");
      expect(form?.values).toMatchObject({
        priorPerson: opinion?.personName,
        priorOn: "2026-11-20",
        priorPromisedOn: "2026-12-15",
      });
    }));

  it("[R1.3.1-P1] warns of a deposit that is not confirmed, and does not block", () =>
    today(async () => {
      const team = await aWorkshop();
      const { id } = await createProduct();
      const contract = await createContract({
        status: "EFFECTIVE",
        clerk: team.clerk,
        chief: team.chief,
        director: team.director,
        order: {
          paymentTerm: "PREPAID",
          formReason: "金额小",
          verbalReason: "OTHER",
          lines: [goodsLine(id, { quantity: "60" })],
          instalments: [
            { kind: "PREPAYMENT", name: "预付款", percent: "30", dueDays: null },
            { kind: "AFTER_DELIVERY", name: "余款", percent: "70", dueDays: 20 },
          ],
        },
      });
      const form = await newTaskForm(team.clerk, contract.id);
      expect(form?.contract.missingDeposit).toBe("900.00");
      await aSubmittedTask(team, contract);
    }));
});

describe("the setting productionSeesCustomer", () => {
  it("is read with the person and closes customers' names to production only", () =>
    today(async () => {
      const team = await aWorkshop();
      expect((await findActor(team.production.id))?.productionSeesCustomer).toBe(true);
      await db.setting.create({
        data: {
          key: "productionSeesCustomer",
          value: false,
          effectiveFrom: new Date("2026-11-23"),
        },
      });
      expect((await findActor(team.production.id))?.productionSeesCustomer).toBe(false);
      const taskId = await anAcceptedTask(team, await aContractToProduce(team));
      const keeper = await findActor(team.keeper.id);
      const worker = await findActor(team.production.id);
      if (!keeper || !worker) throw new Error("somebody is missing");
      expect((await findTaskDetail(worker, taskId))?.customerName).toBeNull();
      expect((await findTaskDetail(keeper, taskId))?.customerName).not.toBeNull();
    }));
});
