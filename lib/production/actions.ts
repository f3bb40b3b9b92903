"use server";
import { defineAction } from "@/lib/server/define-action";
import { acceptTask } from "./accept-task";
import { assignTracker } from "./assign-tracker";
import { sendBackGoods, takeBackGoods } from "./cancel-receipt";
import { cancelTask } from "./cancel-task";
import { changeTask } from "./change-task";
import { deliverGoods } from "./deliver-goods";
import { informCustomer } from "./inform-customer";
import { inspectGoods } from "./inspect-goods";
import { logTask } from "./log-task";
import { receiveGoods } from "./receive-goods";
import { rejectTask, returnTask, withdrawTask } from "./refuse-task";
import { saveTask } from "./save-task";
import {
  acceptTaskInput,
  assignTrackerInput,
  cancelReceiptInput,
  cancelTaskInput,
  changeTaskInput,
  deliverGoodsInput,
  informCustomerInput,
  inspectGoodsInput,
  logTaskInput,
  receiveGoodsInput,
  refuseTaskInput,
  saveTaskInput,
  signTaskInput,
  taskInput,
} from "./schema";
import { signTask } from "./sign-task";
import { submitTask } from "./submit-task";

export const saveTaskAction = defineAction({
  permission: "production:draft",
  input: saveTaskInput,
  run: saveTask,
});
export const submitTaskAction = defineAction({
  permission: "production:draft",
  input: taskInput,
  run: submitTask,
});
export const withdrawTaskAction = defineAction({
  permission: "production:draft",
  input: taskInput,
  run: withdrawTask,
});
export const signTaskAction = defineAction({
  permission: "production:sign",
  input: signTaskInput,
  run: signTask,
});
export const returnTaskAction = defineAction({
  permission: "production:sign",
  input: refuseTaskInput,
  run: returnTask,
});
export const rejectTaskAction = defineAction({
  permission: "production:sign",
  input: refuseTaskInput,
  run: rejectTask,
});
export const changeTaskAction = defineAction({
  permission: "production:sign",
  input: changeTaskInput,
  run: changeTask,
});
export const cancelTaskAction = defineAction({
  permission: "production:cancel",
  input: cancelTaskInput,
  run: cancelTask,
});
export const acceptTaskAction = defineAction({
  permission: "production:accept",
  input: acceptTaskInput,
  run: acceptTask,
});

export const logTaskAction = defineAction({
  permission: "production:log",
  input: logTaskInput,
  run: logTask,
});
export const informCustomerAction = defineAction({
  permission: "production:inform",
  input: informCustomerInput,
  run: informCustomer,
});
export const assignTrackerAction = defineAction({
  permission: "production:assign_tracker",
  input: assignTrackerInput,
  run: assignTracker,
});

export const deliverGoodsAction = defineAction({
  permission: "inbound:deliver",
  input: deliverGoodsInput,
  run: deliverGoods,
});
export const inspectGoodsAction = defineAction({
  permission: "inbound:inspect",
  input: inspectGoodsInput,
  run: inspectGoods,
});
export const takeBackGoodsAction = defineAction({
  permission: "inbound:deliver",
  input: cancelReceiptInput,
  run: takeBackGoods,
});
export const sendBackGoodsAction = defineAction({
  permission: "inbound:post",
  input: cancelReceiptInput,
  run: sendBackGoods,
});
export const receiveGoodsAction = defineAction({
  permission: "inbound:post",
  input: receiveGoodsInput,
  run: receiveGoods,
});
