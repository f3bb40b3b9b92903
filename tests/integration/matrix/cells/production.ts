import * as production from "@/lib/production/actions";
import { LINE_STATUSES } from "@/lib/production/labels";
import { TASK_STATUSES } from "@/lib/production/lifecycle";
import { RECEIPT_STATUSES } from "@/lib/production/receipt-lifecycle";
import { db } from "@/lib/server/db";
import {
  aContractToProduce,
  acceptValues,
  aDelivery,
  aDraftTask,
  anAcceptedTask,
  anInspectedDelivery,
  anIssuedTask,
  aReceipt,
  aSubmittedTask,
  firstLine,
  receiptRef,
  seenTask,
  taskRef,
  type Workshop,
} from "@/tests/factories/production";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF, KEEPER, PRODUCTION, REVIEWER } from "../roles";

const WRONG_TASK = "production.task_wrong_status";
const NOT_OPEN = "production.line_not_open";
const WRONG_RECEIPT = "production.receipt_wrong_status";

/** The workshop of the cast: who tries is also who delivered and who inspects. */
async function workshop({ people, team }: Cast): Promise<Workshop> {
  await db.person.update({ where: { id: people.REVIEWER.id }, data: { department: "质检" } });
  const { clerk, chief, director, keeper } = team;
  return {
    clerk,
    chief,
    director,
    keeper,
    production: people.PRODUCTION,
    quality: people.REVIEWER,
  };
}

type Make = typeof aDraftTask;
const made = (make: Make) => async (cast: Cast) => {
  const team = await workshop(cast);
  return make(team, await aContractToProduce(team));
};
async function doneTask(cast: Cast): Promise<string> {
  const team = await workshop(cast);
  const taskId = await anAcceptedTask(team, await aContractToProduce(team));
  await aReceipt(team, (await firstLine(taskId)).id, "60");
  return taskId;
}
const refusing = async (id: string) => ({ ...(await taskRef(id)), comment: REASON });

/** The notice as its form sends it again. */
async function saved(taskId: string) {
  const task = await seenTask(taskId);
  return {
    ...(await taskRef(taskId)),
    contractId: task.contractId,
    toDepartment: "机加车间",
    priorPerson: "周调度",
    priorOn: "2026-11-02",
    priorPromisedOn: "2026-11-27",
    priorNote: "",
    priority: "NORMAL",
    remark: "",
    lines: task.lines.map((line) => ({
      contractLineId: line.contractLineId,
      quantity: "60",
      extraReason: "备件",
      requiredOn: "2026-11-28",
      technicalRequirement: "",
      packingRequirement: "",
    })),
    preparation: null,
  };
}

async function changed(taskId: string) {
  const task = await seenTask(taskId);
  return {
    ...(await taskRef(taskId)),
    priority: task.priority === "NORMAL" ? "URGENT" : "NORMAL",
    lines: task.lines.map(({ id }) => ({
      id,
      requiredOn: "2026-11-28",
      technicalRequirement: "",
      packingRequirement: "",
    })),
    reason: REASON,
  };
}

const TASK: DocumentMatrix = {
  name: "a production task notice",
  statuses: TASK_STATUSES,
  make: {
    DRAFT: made(aDraftTask),
    PENDING_CHIEF: made(aSubmittedTask),
    ISSUED: made(anIssuedTask),
    ACCEPTED: made(anAcceptedTask),
    DONE: doneTask,
    REJECTED: async (cast) => {
      const id = await made(aSubmittedTask)(cast);
      await does(cast.team.chief, production.rejectTaskAction, await refusing(id));
      return id;
    },
    CANCELLED: async (cast) => {
      const id = await made(anIssuedTask)(cast);
      await does(cast.team.chief, production.cancelTaskAction, await refusing(id));
      return id;
    },
  },
  statusOf: async (id) => (await seenTask(id)).status,
  acts: {
    save: {
      action: production.saveTaskAction,
      permission: "production:draft",
      input: saved,
      cells: { DRAFT: { by: CLERK, to: "DRAFT" } },
      refusal: WRONG_TASK,
      again: true,
    },
    submit: {
      action: production.submitTaskAction,
      permission: "production:draft",
      input: taskRef,
      cells: { DRAFT: { by: CLERK, to: "PENDING_CHIEF" } },
      refusal: WRONG_TASK,
    },
    withdraw: {
      action: production.withdrawTaskAction,
      permission: "production:draft",
      input: taskRef,
      cells: { PENDING_CHIEF: { by: CLERK, to: "DRAFT" } },
      refusal: WRONG_TASK,
    },
    sign: {
      action: production.signTaskAction,
      permission: "production:sign",
      input: taskRef,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "ISSUED" } },
      refusal: WRONG_TASK,
    },
    return: {
      action: production.returnTaskAction,
      permission: "production:sign",
      input: refusing,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "DRAFT" } },
      refusal: WRONG_TASK,
    },
    reject: {
      action: production.rejectTaskAction,
      permission: "production:sign",
      input: refusing,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "REJECTED" } },
      refusal: WRONG_TASK,
    },
    accept: {
      action: production.acceptTaskAction,
      permission: "production:accept",
      input: (id) => acceptValues(id),
      cells: { ISSUED: { by: PRODUCTION, to: "ACCEPTED" } },
      refusal: WRONG_TASK,
    },
    change: {
      action: production.changeTaskAction,
      permission: "production:sign",
      input: changed,
      cells: { ISSUED: { by: CHIEF, to: "ISSUED" }, ACCEPTED: { by: CHIEF, to: "ACCEPTED" } },
      refusal: WRONG_TASK,
      again: true,
    },
    cancel: {
      action: production.cancelTaskAction,
      permission: "production:cancel",
      input: refusing,
      cells: {
        DRAFT: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        PENDING_CHIEF: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        ISSUED: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        ACCEPTED: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
      },
      refusal: WRONG_TASK,
    },
  },
};

const theLine = (id: string) => db.taskLine.findUniqueOrThrow({ where: { id } });
const lineOf = (make: (cast: Cast) => Promise<string>) => async (cast: Cast) =>
  (await firstLine(await make(cast))).id;
const lineRef = async (id: string) => ({
  taskLineId: id,
  rowVersion: (await theLine(id)).rowVersion,
});
const stays = (by: typeof CLERK) => ({
  OPEN: { by, to: "OPEN" },
  PARTIAL: { by, to: "PARTIAL" },
});

const LINE: DocumentMatrix = {
  name: "a row of the production register",
  statuses: LINE_STATUSES,
  make: {
    WAITING: lineOf(made(aSubmittedTask)),
    OPEN: lineOf(made(anAcceptedTask)),
    PARTIAL: async (cast) => {
      const id = await lineOf(made(anAcceptedTask))(cast);
      await aReceipt(await workshop(cast), id, "25");
      return id;
    },
    DONE: lineOf(doneTask),
    CANCELLED: async (cast) => {
      const taskId = await made(anAcceptedTask)(cast);
      await does(cast.team.chief, production.cancelTaskAction, await refusing(taskId));
      return (await firstLine(taskId)).id;
    },
  },
  statusOf: async (id) => (await theLine(id)).status,
  acts: {
    log: {
      action: production.logTaskAction,
      permission: "production:log",
      input: async (id) => ({
        ...(await lineRef(id)),
        stage: (await theLine(id)).stage,
        doneQty: (await theLine(id)).finishedQty.toFixed(3),
        contactPerson: "",
        content: "正常",
        newExpectedOn: null,
        delayReason: "",
      }),
      cells: stays(["CLERK", "PRODUCTION"]),
      refusal: NOT_OPEN,
      again: true,
    },
    inform: {
      action: production.informCustomerAction,
      permission: "production:inform",
      input: async (id) => ({
        ...(await lineRef(id)),
        informedOn: "2026-11-23",
        informedHow: "电话告知王工",
      }),
      cells: stays(CLERK),
      refusal: NOT_OPEN,
      again: true,
    },
    assign_tracker: {
      action: production.assignTrackerAction,
      permission: "production:assign_tracker",
      input: async (id, { people }) => ({ ...(await lineRef(id)), trackerId: people.CLERK.id }),
      cells: stays(CHIEF),
      refusal: NOT_OPEN,
      again: true,
    },
    deliver: {
      action: production.deliverGoodsAction,
      permission: "inbound:deliver",
      input: async (id) => ({
        ...(await lineRef(id)),
        quantity: "5",
        overReason: "",
        batchNo: "",
        inspectionNo: "JY-1",
        packedByName: "小李",
        packedOn: "2026-11-23",
        packForm: "TUBE",
        qtyPerPack: "1",
        packCount: "5",
        labelPrinted: true,
        remark: "",
      }),
      cells: stays(PRODUCTION),
      refusal: NOT_OPEN,
      again: true,
    },
  },
};

type Deliver = typeof aDelivery;
const delivered = (deliver: Deliver) => async (cast: Cast) => {
  const team = await workshop(cast);
  const taskId = await anAcceptedTask(team, await aContractToProduce(team));
  return deliver(team, (await firstLine(taskId)).id, "60");
};
const cancelling = async (id: string) => ({ ...(await receiptRef(id)), comment: REASON });

const RECEIPT: DocumentMatrix = {
  name: "a production receipt",
  statuses: RECEIPT_STATUSES,
  make: {
    PENDING_INSPECTION: delivered(aDelivery),
    INSPECTED: delivered(anInspectedDelivery),
    POSTED: delivered(aReceipt),
    CANCELLED: async (cast) => {
      const id = await delivered(anInspectedDelivery)(cast);
      await does(cast.team.keeper, production.sendBackGoodsAction, await cancelling(id));
      return id;
    },
  },
  statusOf: async (id) => (await db.inboundSlip.findUniqueOrThrow({ where: { id } })).status,
  acts: {
    inspect: {
      action: production.inspectGoodsAction,
      permission: "inbound:inspect",
      input: async (id) => ({
        ...(await receiptRef(id)),
        rejectedQty: "0",
        result: "QUALIFIED",
        inspectionNo: "JY-1",
        note: "",
      }),
      cells: { PENDING_INSPECTION: { by: REVIEWER, to: "INSPECTED" } },
      refusal: WRONG_RECEIPT,
    },
    receive: {
      action: production.receiveGoodsAction,
      permission: "inbound:post",
      input: async (id) => ({
        ...(await receiptRef(id)),
        receivedQty: "60",
        batchNo: "",
        binCode: "B-02",
        remark: "",
      }),
      cells: { INSPECTED: { by: KEEPER, to: "POSTED" } },
      refusal: WRONG_RECEIPT,
    },
    take_back: {
      action: production.takeBackGoodsAction,
      permission: "inbound:deliver",
      input: cancelling,
      cells: {
        PENDING_INSPECTION: { by: PRODUCTION, to: "CANCELLED" },
        INSPECTED: { by: PRODUCTION, to: "CANCELLED" },
      },
      refusal: WRONG_RECEIPT,
    },
    send_back: {
      action: production.sendBackGoodsAction,
      permission: "inbound:post",
      input: cancelling,
      cells: { INSPECTED: { by: KEEPER, to: "CANCELLED" } },
      refusal: WRONG_RECEIPT,
    },
  },
};

export const PRODUCTIONS: readonly DocumentMatrix[] = [TASK, LINE, RECEIPT];
