import { acceptTask } from "@/lib/production/accept-task";
import { sendBackGoods } from "@/lib/production/cancel-receipt";
import { deliverGoods } from "@/lib/production/deliver-goods";
import { inspectGoods } from "@/lib/production/inspect-goods";
import { logTask } from "@/lib/production/log-task";
import { receiveGoods } from "@/lib/production/receive-goods";
import { saveTask } from "@/lib/production/save-task";
import {
  acceptTaskInput,
  deliverGoodsInput,
  inspectGoodsInput,
  type LogTaskValues,
  logTaskInput,
  receiveGoodsInput,
  type SaveTaskValues,
  saveTaskInput,
} from "@/lib/production/schema";
import { signTask } from "@/lib/production/sign-task";
import { submitTask } from "@/lib/production/submit-task";
import { newTaskForm } from "@/lib/production/task-form-query";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { newKey } from "./keys";
import type { Staff } from "./people";

/** The clerk drafts a task notice after a call with the workshop; null when nothing is to be produced. */
export async function draftTaskOf(
  staff: Staff,
  contractId: string,
  changes: Partial<SaveTaskValues> = {},
): Promise<string | null> {
  const clerk = await staff.who("clerk");
  const form = await newTaskForm(clerk, contractId);
  if (!form || form.lines.every(({ rest }) => rest === "0")) return null;
  const required = form.values.lines.map(({ requiredOn }) => requiredOn).sort();
  const input = saveTaskInput.parse({
    ...form.values,
    priorPerson: "生产部 郑海涛",
    priorOn: clock.today(),
    priorPromisedOn: required.at(-1) ?? clock.today(),
    priorNote: "电话问过，料有，能按期",
    ...changes,
  });
  return (await saveTask(clerk, input, newKey())).taskId;
}

export async function submitTaskOf(staff: Staff, taskId: string): Promise<void> {
  await submitTask(await staff.who("clerk"), await taskRef(taskId), newKey());
}

export async function signTaskOf(staff: Staff, taskId: string): Promise<void> {
  const input = { ...(await taskRef(taskId)), comment: "同意下达" };
  await signTask(await staff.who("chief"), input, newKey());
}

/** Production promises what was asked, or the given date. */
export async function acceptTaskOf(
  staff: Staff,
  taskId: string,
  late?: { promisedOn: string; reason: string },
): Promise<void> {
  const lines = await linesOf(taskId);
  const today = clock.today() as string;
  const promises = lines.map(({ id, requiredOn }) => {
    const required = requiredOn.toISOString().slice(0, 10);
    return [id, late?.promisedOn ?? [required, today].sort().at(-1)];
  });
  const input = acceptTaskInput.parse({
    ...(await taskRef(taskId)),
    promises: Object.fromEntries(promises),
    reason: late?.reason ?? "",
  });
  await acceptTask(await staff.who("production"), input, newKey());
}

/** An entry for every line of the notice. */
export async function logTaskOf(
  staff: Staff,
  taskId: string,
  changes: Partial<LogTaskValues> & { share?: number },
): Promise<void> {
  const { share = 0, ...typed } = changes;
  for (const line of await linesOf(taskId)) {
    const done = Math.floor(line.quantity.toNumber() * share);
    const input = logTaskInput.parse({
      taskLineId: line.id,
      rowVersion: line.rowVersion,
      stage: line.stage,
      doneQty: done.toFixed(0),
      contactPerson: "",
      content: "",
      newExpectedOn: null,
      delayReason: "",
      ...typed,
    });
    await logTask(await staff.who("production"), input, newKey());
  }
}

/** Production delivers a part of the first line, packed one by one in tubes. */
export async function deliverOf(staff: Staff, taskId: string, share: number): Promise<string> {
  const [line] = await linesOf(taskId);
  if (!line) throw new Error("A task notice without lines");
  return deliverLine(staff, line, share);
}

type Line = Awaited<ReturnType<typeof linesOf>>[number];

export async function deliverLine(staff: Staff, line: Line, share: number): Promise<string> {
  const quantity = Math.max(1, Math.floor(line.quantity.toNumber() * share)).toFixed(0);
  const input = deliverGoodsInput.parse({
    taskLineId: line.id,
    rowVersion: line.rowVersion,
    quantity,
    overReason: "",
    batchNo: clock.today().slice(2).replaceAll("-", ""),
    inspectionNo: `JY${clock.today().slice(0, 4)}-${line.id.slice(-4)}`,
    packedByName: "赵小梅",
    packedOn: clock.today(),
    packForm: "TUBE",
    qtyPerPack: "1",
    packCount: quantity,
    labelPrinted: true,
    remark: "",
  });
  return (await deliverGoods(await staff.who("production"), input, newKey())).slipId;
}

export async function inspectOf(staff: Staff, slipId: string, rejected = 0): Promise<void> {
  const { rowVersion, lines } = await slipOf(slipId);
  const input = inspectGoodsInput.parse({
    slipId,
    rowVersion,
    rejectedQty: rejected.toFixed(0),
    result: "QUALIFIED",
    inspectionNo: lines[0]?.inspectionNo ?? "JY",
    note: rejected > 0 ? "径向跳动超差，返磨" : "",
  });
  await inspectGoods(await staff.who("quality"), input, newKey());
}

export async function receiveOf(staff: Staff, slipId: string): Promise<void> {
  const { rowVersion, lines } = await slipOf(slipId);
  const [line] = lines;
  if (!line) throw new Error("A receipt without lines");
  const input = receiveGoodsInput.parse({
    slipId,
    rowVersion,
    receivedQty: line.deliveredQty.minus(line.rejectedQty).toFixed(0),
    batchNo: line.batchNo,
    binCode: "B-06",
    remark: "",
  });
  await receiveGoods(await staff.who("keeper"), input, newKey());
}

/** The keeper does not take it in. */
export async function sendBackOf(staff: Staff, slipId: string, comment: string): Promise<void> {
  const { rowVersion } = await slipOf(slipId);
  await sendBackGoods(await staff.who("keeper"), { slipId, rowVersion, comment }, newKey());
}

export async function taskRef(taskId: string): Promise<{ taskId: string; rowVersion: number }> {
  const { rowVersion } = await db.productionTask.findUniqueOrThrow({
    where: { id: taskId },
    select: { rowVersion: true },
  });
  return { taskId, rowVersion };
}

export function linesOf(taskId: string) {
  return db.taskLine.findMany({ where: { taskId }, orderBy: { lineNo: "asc" } });
}

function slipOf(id: string) {
  return db.inboundSlip.findUniqueOrThrow({ where: { id }, include: { lines: true } });
}
