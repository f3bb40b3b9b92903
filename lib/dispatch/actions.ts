"use server";

import { defineAction } from "@/lib/server/define-action";
import { boxPacking, voidPacking } from "./box-packing";
import { confirmDelivery } from "./confirm-delivery";
import { correctWaybill, remarkLogEntry, trackWaybill } from "./follow-waybill";
import { handOver, notifyCourier } from "./hand-over";
import { savePacking, tickLine } from "./save-packing";
import {
  boxPackingInput,
  confirmDeliveryInput,
  correctWaybillInput,
  createWaybillInput,
  departInput,
  handOverInput,
  notifyCourierInput,
  pickUpInput,
  remarkLogInput,
  savePackingInput,
  saveWaybillInput,
  startPackingInput,
  tickLineInput,
  trackWaybillInput,
  voidPackingInput,
  voidWaybillInput,
} from "./schema";
import { recordDeparture, recordPickUp } from "./ship-without-courier";
import { startPacking } from "./start-packing";
import { createWaybill, saveWaybill, voidWaybill } from "./write-waybill";

export const startPackingAction = defineAction({
  permission: "packing:write",
  input: startPackingInput,
  run: startPacking,
});
export const savePackingAction = defineAction({
  permission: "packing:write",
  input: savePackingInput,
  run: savePacking,
});
export const tickLineAction = defineAction({
  permission: "packing:write",
  input: tickLineInput,
  run: tickLine,
});
export const boxPackingAction = defineAction({
  permission: "packing:write",
  input: boxPackingInput,
  run: boxPacking,
});
export const voidPackingAction = defineAction({
  permission: "packing:write",
  input: voidPackingInput,
  run: voidPacking,
});
export const recordPickUpAction = defineAction({
  permission: "packing:write",
  input: pickUpInput,
  run: recordPickUp,
});
export const recordDepartureAction = defineAction({
  permission: "packing:write",
  input: departInput,
  run: recordDeparture,
});

export const createWaybillAction = defineAction({
  permission: "waybill:write",
  input: createWaybillInput,
  run: createWaybill,
});
export const saveWaybillAction = defineAction({
  permission: "waybill:write",
  input: saveWaybillInput,
  run: saveWaybill,
});
export const notifyCourierAction = defineAction({
  permission: "waybill:write",
  input: notifyCourierInput,
  run: notifyCourier,
});
export const handOverAction = defineAction({
  permission: "waybill:write",
  input: handOverInput,
  run: handOver,
});
export const trackWaybillAction = defineAction({
  permission: "waybill:write",
  input: trackWaybillInput,
  run: trackWaybill,
});
export const correctWaybillAction = defineAction({
  permission: "waybill:write",
  input: correctWaybillInput,
  run: correctWaybill,
});
export const voidWaybillAction = defineAction({
  permission: "waybill:write",
  input: voidWaybillInput,
  run: voidWaybill,
});

export const remarkLogEntryAction = defineAction({
  permission: "shipping_log:remark",
  input: remarkLogInput,
  run: remarkLogEntry,
});
export const confirmDeliveryAction = defineAction({
  permission: "receipt_confirmation:write",
  input: confirmDeliveryInput,
  run: confirmDelivery,
});
