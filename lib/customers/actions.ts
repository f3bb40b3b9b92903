"use server";
import { confirmStart } from "@/lib/customers/confirm-start";
import { saveCustomer } from "@/lib/customers/save-customer";
import { confirmStartInput, saveCustomerInput } from "@/lib/customers/schema";
import { defineAction } from "@/lib/server/define-action";

export const saveCustomerAction = defineAction({
  permission: "customer:edit",
  input: saveCustomerInput,
  run: saveCustomer,
});

export const confirmStartAction = defineAction({
  permission: "customer:confirm_start",
  input: confirmStartInput,
  run: confirmStart,
});
