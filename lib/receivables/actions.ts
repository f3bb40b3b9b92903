"use server";
import { assignReceipt } from "@/lib/receivables/assign-receipt";
import { enterReceipt } from "@/lib/receivables/enter-receipt";
import { rejectReceipt } from "@/lib/receivables/reject-receipt";
import { reverseReceipt } from "@/lib/receivables/reverse-receipt";
import {
  assignReceiptInput,
  decideReceiptInput,
  enterReceiptInput,
} from "@/lib/receivables/schema";
import { defineAction } from "@/lib/server/define-action";

// Confirming and moving money frees shipping notices, so lib/shipping offers those two acts.

export const enterReceiptAction = defineAction({
  permission: "receipt:enter",
  input: enterReceiptInput,
  run: enterReceipt,
});

export const assignReceiptAction = defineAction({
  permission: "receipt:assign",
  input: assignReceiptInput,
  run: assignReceipt,
});

export const rejectReceiptAction = defineAction({
  permission: "receipt:confirm",
  input: decideReceiptInput,
  run: rejectReceipt,
});

export const reverseReceiptAction = defineAction({
  permission: "receipt:confirm",
  input: decideReceiptInput,
  run: reverseReceipt,
});
