"use server";
import { defineAction } from "@/lib/server/define-action";
import { cancelInbound } from "@/lib/stock/cancel-inbound";
import { postInbound } from "@/lib/stock/post-inbound";
import { saveInbound } from "@/lib/stock/save-inbound";
import { cancelInboundInput, postInboundInput, saveInboundInput } from "@/lib/stock/schema";

export const saveInboundAction = defineAction({
  permission: "inbound:post",
  input: saveInboundInput,
  run: saveInbound,
});

export const postInboundAction = defineAction({
  permission: "inbound:post",
  input: postInboundInput,
  run: postInbound,
});

export const cancelInboundAction = defineAction({
  permission: "inbound:post",
  input: cancelInboundInput,
  run: cancelInbound,
});
