import { describe, expect, it } from "vitest";
import { sendBackGoods, takeBackGoods } from "@/lib/production/cancel-receipt";
import { cancelTask } from "@/lib/production/cancel-task";
import { inspectGoods } from "@/lib/production/inspect-goods";
import { receiveGoods } from "@/lib/production/receive-goods";
import { db } from "@/lib/server/db";
import { seenContract } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aContractToProduce,
  aDelivery,
  anAcceptedTask,
  anInspectedDelivery,
  anIssuedTask,
  aReceipt,
  aWorkshop,
  deliverValues,
  firstLine,
  inspectValues,
  receiptRef,
  receiveValues,
  seenTask,
  taskRef,
} from "@/tests/factories/production";
import { balanceOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

async function anOpenTask(quantity = "60") {
  const team = await aWorkshop();
  const contract = await aContractToProduce(team, [{ quantity }]);
  const taskId = await anAcceptedTask(team, contract);
  const line = await firstLine(taskId);
  return { team, contract, taskId, line, productId: line.productId };
}

async function reservedFor(contractId: string): Promise<string> {
  const { _sum } = await db.stockReservation.aggregate({
    where: { contractId, status: "ACTIVE" },
    _sum: { quantity: true },
  });
  return _sum.quantity?.toFixed(0) ?? "0";
}

describe("goods from the workshop", () => {
  it("[R1.1.3-B3][RD2-02][RD2-04] delivered, inspected and taken into a bin make the contract's line shippable and are reserved for it", () =>
    today(async () => {
      const { team, contract, taskId, line, productId } = await anOpenTask();
      const slipId = await anInspectedDelivery(team, line.id, "60");
      const { docNo } = await receiveGoods(team.keeper, await receiveValues(slipId), aKey());
      expect(docNo).toMatch(/^RK2026-\d{4}$/);
      expect(await balanceOf(productId)).toMatchObject({ onHand: "60", reserved: "60" });
      expect(await reservedFor(contract.id)).toBe("60");
      const [contractLine] = (await seenContract(contract.id)).lines;
      expect(contractLine?.producedQty.toFixed(0)).toBe("60");
      const task = await seenTask(taskId);
      expect(task.status).toBe("DONE");
      expect(task.lines[0]).toMatchObject({
        status: "DONE",
        stage: "FINISHED",
        inboundNos: docNo,
      });
      const [movement] = await db.stockMovement.findMany({ where: { sourceId: slipId } });
      expect(movement).toMatchObject({ contractNo: contract.contractNo, binCode: "B-02" });
      expect(movement?.summary).toContain(task.docNo);
      const ship = await db.workItem.findFirst({
        where: { subjectId: contract.id, kind: "contract.ship", closedAt: null },
      });
      expect(ship).not.toBeNull();
      const signed = await db.signature.findMany({ where: { subjectId: slipId } });
      expect(signed.map(({ step }) => step).sort()).toEqual(["PREPARED", "RECEIVED", "REVIEW"]);
    }));

  it("[R1.1.3-B3] come in parts: the line is partly received, then done", () =>
    today(async () => {
      const { team, contract, taskId, line } = await anOpenTask();
      await aReceipt(team, line.id, "25");
      expect(await firstLine(taskId)).toMatchObject({ status: "PARTIAL" });
      expect((await seenTask(taskId)).status).toBe("ACCEPTED");
      await aReceipt(team, line.id, "35");
      expect((await seenTask(taskId)).status).toBe("DONE");
      expect(await reservedFor(contract.id)).toBe("60");
    }));

  it("[R1.1.3-C4] of a product made for the first time mark it as produced, once", () =>
    today(async () => {
      const { team, line, productId } = await anOpenTask();
      await db.product.update({ where: { id: productId }, data: { firstProducedOn: null } });
      await aReceipt(team, line.id, "10");
      const after = await db.product.findUniqueOrThrow({ where: { id: productId } });
      expect(after.firstProducedOn?.toISOString().slice(0, 10)).toBe("2026-11-23");
      await at("2026-11-25", async () => {
        await aReceipt(team, line.id, "10");
      });
      const later = await db.product.findUniqueOrThrow({ where: { id: productId } });
      expect(later.firstProducedOn).toEqual(after.firstProducedOn);
    }));

  it("above the task are refused without a reason; with one the surplus is free stock", () =>
    today(async () => {
      const { team, contract, line, productId } = await anOpenTask();
      await expect(aDelivery(team, line.id, "65")).rejects.toMatchObject({
        code: "common.invalid_input",
        issues: [{ path: "overReason", code: "production.over_task", details: { rest: "60" } }],
      });
      expect(await db.inboundSlip.count({ where: { contractId: contract.id } })).toBe(0);
      await aDelivery(team, line.id, "50");
      await expect(aDelivery(team, line.id, "20")).rejects.toMatchObject({
        issues: [{ code: "production.over_task", details: { rest: "10" } }],
      });
      await aReceipt(team, line.id, "65", "备件 5 支");
      expect(await balanceOf(productId)).toMatchObject({ onHand: "65", reserved: "60" });
      expect(await reservedFor(contract.id)).toBe("60");
      expect((await seenContract(contract.id)).lines[0]?.producedQty.toFixed(0)).toBe("60");
    }));

  it("[RD2-02] only what quality lets through can be taken in; a rejected part stays outside", () =>
    today(async () => {
      const { team, line, productId } = await anOpenTask();
      const slipId = await aDelivery(team, line.id, "60");
      await expect(
        receiveGoods(team.keeper, await receiveValues(slipId), aKey()),
      ).rejects.toMatchObject({ code: "production.receipt_wrong_status" });
      const stranger = await anActor("REVIEWER", { department: "采购" });
      await expect(
        inspectGoods(stranger, await inspectValues(slipId), aKey()),
      ).rejects.toMatchObject({ code: "production.receipt_of_quality" });
      await expect(
        inspectGoods(team.quality, await inspectValues(slipId, "61"), aKey()),
      ).rejects.toMatchObject({ code: "production.rejected_over_delivered" });
      await expect(
        inspectGoods(team.quality, await inspectValues(slipId, "4"), aKey()),
      ).rejects.toMatchObject({ code: "production.inspection_needs_note" });
      await inspectGoods(team.quality, await inspectValues(slipId, "4", "跳动超差"), aKey());
      await expect(
        receiveGoods(team.keeper, await receiveValues(slipId, "57"), aKey()),
      ).rejects.toMatchObject({ code: "production.received_over_accepted" });
      await expect(
        receiveGoods(team.keeper, await receiveValues(slipId, "55"), aKey()),
      ).rejects.toMatchObject({ code: "production.short_needs_remark" });
      const counted = await receiveValues(slipId, "55", "实点 55 支");
      await receiveGoods(team.keeper, counted, aKey());
      expect(await balanceOf(productId)).toMatchObject({ onHand: "55" });
      expect((await firstLine(line.taskId)).status).toBe("PARTIAL");
    }));

  it("[RD2-04] are packed and labelled before they are delivered, in packs that fit", () =>
    today(async () => {
      const { line } = await anOpenTask();
      const faults = async (changes: object) => {
        const { deliverGoods } = await import("@/lib/production/deliver-goods");
        const production = await anActor("PRODUCTION", { department: "生产部" });
        const error = await deliverGoods(
          production,
          await deliverValues(line.id, changes),
          aKey(),
        ).catch((thrown) => thrown);
        return error.issues.map(({ code }: { code: string }) => code);
      };
      expect(await faults({ labelPrinted: false })).toEqual(["production.label_first"]);
      expect(await faults({ qtyPerPack: "10", packCount: "5" })).toEqual([
        "production.packs_do_not_fit",
      ]);
      expect(await faults({ packedOn: "2026-11-24" })).toEqual(["production.packed_later"]);
    }));

  it("wait until production has accepted the notice", () =>
    today(async () => {
      const team = await aWorkshop();
      const taskId = await anIssuedTask(team, await aContractToProduce(team));
      await expect(aDelivery(team, (await firstLine(taskId)).id, "10")).rejects.toMatchObject({
        code: "production.accept_first",
      });
    }));

  it("can be taken back by who delivered and sent back by the keeper, before they are posted", () =>
    today(async () => {
      const { team, line, productId } = await anOpenTask();
      const own = await aDelivery(team, line.id, "10");
      const other = await anActor("PRODUCTION", { department: "生产部" });
      const comment = "数错了";
      await expect(
        takeBackGoods(other, { ...(await receiptRef(own)), comment }, aKey()),
      ).rejects.toMatchObject({ code: "production.receipt_own_delivery" });
      await takeBackGoods(team.production, { ...(await receiptRef(own)), comment }, aKey());
      const inspected = await anInspectedDelivery(team, line.id, "10");
      await sendBackGoods(team.keeper, { ...(await receiptRef(inspected)), comment }, aKey());
      const posted = await aReceipt(team, line.id, "10");
      await expect(
        takeBackGoods(team.production, { ...(await receiptRef(posted)), comment }, aKey()),
      ).rejects.toMatchObject({ code: "production.receipt_wrong_status" });
      expect(await balanceOf(productId)).toMatchObject({ onHand: "10" });
    }));

  it("of a cancelled task come in as free stock", () =>
    today(async () => {
      const { team, contract, taskId, line, productId } = await anOpenTask();
      const slipId = await anInspectedDelivery(team, line.id, "20");
      await cancelTask(team.chief, { ...(await taskRef(taskId)), comment: "改做" }, aKey());
      await receiveGoods(team.keeper, await receiveValues(slipId), aKey());
      expect(await balanceOf(productId)).toMatchObject({ onHand: "20", reserved: "0" });
      expect(await reservedFor(contract.id)).toBe("0");
      expect((await firstLine(taskId)).status).toBe("CANCELLED");
    }));

  it("posted eight times at once come in exactly once", () =>
    today(async () => {
      const { team, contract, line, productId } = await anOpenTask();
      const slipId = await anInspectedDelivery(team, line.id, "60");
      const values = await receiveValues(slipId);
      const answers = await Promise.allSettled(
        Array.from({ length: 8 }, () => receiveGoods(team.keeper, values, aKey())),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await balanceOf(productId)).toMatchObject({ onHand: "60", reserved: "60" });
      expect((await seenContract(contract.id)).lines[0]?.producedQty.toFixed(0)).toBe("60");
    }));
});
