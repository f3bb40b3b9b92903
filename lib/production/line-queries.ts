import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { restOfLine } from "./deliver-goods";
import { drawingsOf } from "./drawings";
import { delayDays } from "./policy";
import { isTaskVisible, shownCustomer } from "./scope";
import { listTrackers } from "./trackers";

const dateOf = (value: Date | null) => (value === null ? null : (fromDbDate(value) as string));
const figure = (value: { toFixed(digits: number): string }) => Quantity.of(value).toString();

export type LineDetail = NonNullable<Awaited<ReturnType<typeof findLineDetail>>>;

/** A row of the register (F07) with its entries, deliveries and what this person may do; null when not in view. */
export async function findLineDetail(actor: Actor, taskLineId: string) {
  if (!isUuid(taskLineId)) return null;
  const line = await db.taskLine.findUnique({
    where: { id: taskLineId },
    include: { task: true, logs: { orderBy: [{ loggedAt: "desc" }, { id: "desc" }], take: 200 } },
  });
  if (!line || line.task.issuedOn === null || !(await isTaskVisible(actor, line.task))) return null;
  const [drawings, receipts, rest, trackers] = await Promise.all([
    drawingsOf([line.id]),
    deliveriesOf(line.id),
    restOfLine(db, line),
    can(actor, "production:assign_tracker") ? listTrackers(db) : [],
  ]);
  const isOpen = line.status === "OPEN" || line.status === "PARTIAL";
  const { task, logs, ...row } = line;
  const contractDueOn = line.contractDueOn && fromDbDate(line.contractDueOn);
  return {
    ...row,
    task: {
      id: task.id,
      docNo: task.docNo ?? "",
      status: task.status,
      priority: task.priority,
      contractId: task.contractId,
      contractNo: task.contractNo,
      toDepartment: task.toDepartment,
      issuedOn: dateOf(task.issuedOn),
      customerName: shownCustomer(actor, task.customerName),
    },
    isAccepted: task.status === "ACCEPTED",
    quantity: figure(line.quantity),
    extraQty: figure(line.extraQty),
    finishedQty: figure(line.finishedQty),
    receivedQty: figure(line.receivedQty),
    rest: rest.max(Quantity.zero).toString(),
    requiredOn: fromDbDate(line.requiredOn) as string,
    contractDueOn: contractDueOn as string | null,
    promisedOn: dateOf(line.promisedOn),
    expectedOn: dateOf(line.expectedOn),
    finishedOn: dateOf(line.finishedOn),
    delayDays: delayDays(
      (line.finishedOn ?? line.expectedOn) &&
        fromDbDate(line.finishedOn ?? line.expectedOn ?? new Date(0)),
      contractDueOn,
    ),
    logs: logs.map((log) => ({
      ...log,
      loggedOn: fromDbDate(log.loggedOn) as string,
      doneQty: figure(log.doneQty),
      newExpectedOn: dateOf(log.newExpectedOn),
    })),
    drawings: drawings.get(line.id) ?? [],
    receipts,
    trackers,
    today: clock.today() as string,
    may: {
      log: isOpen && can(actor, "production:log"),
      deliver: isOpen && task.status === "ACCEPTED" && can(actor, "inbound:deliver"),
      inform: isOpen && can(actor, "production:inform"),
      assignTracker: isOpen && can(actor, "production:assign_tracker"),
      openContract: can(actor, "contract:read"),
      openReceipt: can(actor, "stock:read"),
    },
  };
}

async function deliveriesOf(taskLineId: string) {
  const rows = await db.inboundLine.findMany({
    where: { taskLineId },
    orderBy: { inboundSlip: { createdAt: "desc" } },
    take: 100,
    select: {
      deliveredQty: true,
      receivedQty: true,
      rejectedQty: true,
      inboundSlip: { select: { id: true, docNo: true, status: true, createdAt: true } },
    },
  });
  return rows.map(({ inboundSlip, ...row }) => ({
    ...inboundSlip,
    deliveredQty: figure(row.deliveredQty),
    rejectedQty: figure(row.rejectedQty),
    receivedQty: inboundSlip.status === "POSTED" ? figure(row.receivedQty) : null,
  }));
}
