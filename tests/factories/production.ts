import type { Actor } from "@/lib/auth/permissions";
import { acceptTask } from "@/lib/production/accept-task";
import { deliverGoods } from "@/lib/production/deliver-goods";
import { inspectGoods } from "@/lib/production/inspect-goods";
import { receiveGoods } from "@/lib/production/receive-goods";
import { saveTask } from "@/lib/production/save-task";
import {
  acceptTaskInput,
  type DeliverGoodsValues,
  deliverGoodsInput,
  inspectGoodsInput,
  type LogTaskValues,
  logTaskInput,
  receiveGoodsInput,
  type SaveTaskInput,
  type SaveTaskValues,
  saveTaskInput,
} from "@/lib/production/schema";
import { signTask } from "@/lib/production/sign-task";
import { submitTask } from "@/lib/production/submit-task";
import { db } from "@/lib/server/db";
import { createContract, type GoodsLine, goodsLine } from "./contracts";
import { aKey, anActor } from "./people";
import { createProduct } from "./products";
import { stockUp } from "./stock";

export type Workshop = {
  clerk: Actor;
  chief: Actor;
  director: Actor;
  production: Actor;
  quality: Actor;
  keeper: Actor;
};

/** Everybody who takes part in making an order, the clerk with all duties. */
export async function aWorkshop(): Promise<Workshop> {
  return {
    clerk: await anActor("CLERK", {
      duties: [
        "CONTRACT_DRAFTING",
        "CONTRACT_NUMBERING",
        "PRODUCTION_TRACKING",
        "SHIPPING_NOTICE",
        "OUTBOUND_SLIP",
      ],
    }),
    chief: await anActor("SECTION_CHIEF"),
    director: await anActor("FACTORY_DIRECTOR"),
    production: await anActor("PRODUCTION", { department: "生产部" }),
    quality: await anActor("REVIEWER", { department: "质检" }),
    keeper: await anActor("WAREHOUSE_KEEPER", { department: "成品库" }),
  };
}

type LineSpec = { quantity: string; stock?: string; changes?: Partial<GoodsLine> };

/** A running verbal contract of class B: 60 pieces of which none lies in the store, unless said otherwise. */
export async function aContractToProduce(
  team: Workshop,
  lines: readonly LineSpec[] = [{ quantity: "60" }],
  status: "PENDING_CHIEF" | "EFFECTIVE" | "EXECUTING" = "EXECUTING",
) {
  const goods: GoodsLine[] = [];
  for (const { quantity, stock = "0", changes } of lines) {
    const { id } = await createProduct();
    if (stock !== "0") await stockUp({ productId: id, quantity: stock });
    goods.push(goodsLine(id, { quantity, unitPrice: "50", ...changes }));
  }
  return createContract({
    status,
    clerk: team.clerk,
    chief: team.chief,
    director: team.director,
    order: { lines: goods, verbalReason: "OTHER", formReason: "老客户" },
  });
}
export type Producible = Awaited<ReturnType<typeof aContractToProduce>>;

/** What the screen of a task notice sends: everything still to be produced, unless quantities say otherwise. */
export function taskValues(
  contract: Producible,
  quantities?: readonly string[],
  changes: Partial<SaveTaskValues> = {},
): SaveTaskInput {
  const rows = contract.lines.filter(({ qtyToProduce }) => qtyToProduce.greaterThan(0));
  return saveTaskInput.parse({
    contractId: contract.id,
    taskId: null,
    rowVersion: null,
    toDepartment: "机加车间",
    priorPerson: "生产部 周调度",
    priorOn: "2026-11-02",
    priorPromisedOn: "2026-11-27",
    priorNote: "",
    priority: "NORMAL",
    remark: "",
    lines: rows.map((line, index) => ({
      contractLineId: line.id,
      quantity: quantities?.[index] ?? line.qtyToProduce.minus(line.taskedQty).toFixed(3),
      extraReason: "",
      requiredOn: "2026-11-28",
      technicalRequirement: "",
      packingRequirement: "单支管装",
    })),
    preparation: { dueOn: "2026-11-28", packingRequirement: "" },
    ...changes,
  });
}

export async function taskRef(taskId: string) {
  const { rowVersion } = await seenTask(taskId);
  return { taskId, rowVersion };
}

export function seenTask(id: string) {
  return db.productionTask.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { lineNo: "asc" }, include: { logs: true } } },
  });
}

export async function aDraftTask(
  team: Workshop,
  contract: Producible,
  quantities?: readonly string[],
  changes: Partial<SaveTaskValues> = {},
): Promise<string> {
  const { taskId } = await saveTask(team.clerk, taskValues(contract, quantities, changes), aKey());
  return taskId;
}

export async function aSubmittedTask(...of: Parameters<typeof aDraftTask>): Promise<string> {
  const taskId = await aDraftTask(...of);
  await submitTask(of[0].clerk, await taskRef(taskId), aKey());
  return taskId;
}

export async function anIssuedTask(...of: Parameters<typeof aDraftTask>): Promise<string> {
  const taskId = await aSubmittedTask(...of);
  await signTask(of[0].chief, { ...(await taskRef(taskId)), comment: "" }, aKey());
  return taskId;
}

export async function acceptValues(taskId: string, promisedOn = "2026-11-27", reason = "") {
  const { lines } = await seenTask(taskId);
  return acceptTaskInput.parse({
    ...(await taskRef(taskId)),
    promises: Object.fromEntries(lines.map(({ id }) => [id, promisedOn])),
    reason,
  });
}

export async function anAcceptedTask(...of: Parameters<typeof aDraftTask>): Promise<string> {
  const taskId = await anIssuedTask(...of);
  await acceptTask(of[0].production, await acceptValues(taskId), aKey());
  return taskId;
}

export async function firstLine(taskId: string) {
  const [line] = (await seenTask(taskId)).lines;
  if (!line) throw new Error("the task has no line");
  return line;
}

export async function logValues(taskLineId: string, changes: Partial<LogTaskValues> = {}) {
  const line = await db.taskLine.findUniqueOrThrow({ where: { id: taskLineId } });
  return logTaskInput.parse({
    taskLineId,
    rowVersion: line.rowVersion,
    stage: line.stage,
    doneQty: line.finishedQty.toFixed(3),
    contactPerson: "",
    content: "",
    newExpectedOn: null,
    delayReason: "",
    ...changes,
  });
}

export async function deliverValues(taskLineId: string, changes: Partial<DeliverGoodsValues> = {}) {
  const line = await db.taskLine.findUniqueOrThrow({ where: { id: taskLineId } });
  return deliverGoodsInput.parse({
    taskLineId,
    rowVersion: line.rowVersion,
    quantity: line.quantity.minus(line.receivedQty).toFixed(3),
    overReason: "",
    batchNo: "261123",
    inspectionNo: "JY-2026-001",
    packedByName: "包装 小李",
    packedOn: "2026-11-23",
    packForm: "TUBE",
    qtyPerPack: "1",
    packCount: line.quantity.minus(line.receivedQty).toFixed(0),
    labelPrinted: true,
    remark: "",
    ...changes,
  });
}

/** A delivery of so many pieces, one in each pack. */
export async function aDelivery(
  team: Workshop,
  taskLineId: string,
  quantity: string,
  overReason = "",
): Promise<string> {
  const changes = { quantity, packCount: quantity, overReason };
  const { slipId } = await deliverGoods(
    team.production,
    await deliverValues(taskLineId, changes),
    aKey(),
  );
  return slipId;
}

export async function receiptRef(slipId: string) {
  const { rowVersion } = await db.inboundSlip.findUniqueOrThrow({ where: { id: slipId } });
  return { slipId, rowVersion };
}

export async function inspectValues(slipId: string, rejectedQty = "0", note = "") {
  return inspectGoodsInput.parse({
    ...(await receiptRef(slipId)),
    rejectedQty,
    result: "QUALIFIED",
    inspectionNo: "JY-2026-001",
    note,
  });
}

export async function receiveValues(slipId: string, receivedQty?: string, remark = "") {
  const line = await db.inboundLine.findFirstOrThrow({ where: { inboundSlipId: slipId } });
  return receiveGoodsInput.parse({
    ...(await receiptRef(slipId)),
    receivedQty: receivedQty ?? line.deliveredQty.minus(line.rejectedQty).toFixed(3),
    batchNo: line.batchNo,
    binCode: "B-02",
    remark,
  });
}

export async function anInspectedDelivery(...of: Parameters<typeof aDelivery>): Promise<string> {
  const slipId = await aDelivery(...of);
  await inspectGoods(of[0].quality, await inspectValues(slipId), aKey());
  return slipId;
}

/** Delivered, inspected and taken in. */
export async function aReceipt(...of: Parameters<typeof aDelivery>): Promise<string> {
  const slipId = await anInspectedDelivery(...of);
  await receiveGoods(of[0].keeper, await receiveValues(slipId), aKey());
  return slipId;
}
