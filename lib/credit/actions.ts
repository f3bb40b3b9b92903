"use server";
import { approveTermChange } from "@/lib/credit/approve-term-change";
import { checkTermChange } from "@/lib/credit/check-term-change";
import { mergeCustomers } from "@/lib/credit/merge-customers";
import { rejectTermChange, returnTermChange } from "@/lib/credit/refuse-term-change";
import { saveTermChange } from "@/lib/credit/save-term-change";
import {
  moveTermChangeInput,
  refuseTermChangeInput,
  saveTermChangeInput,
  signTermChangeInput,
} from "@/lib/credit/schema";
import { submitTermChange } from "@/lib/credit/submit-term-change";
import { cancelTermChange, withdrawTermChange } from "@/lib/credit/withdraw-term-change";
import { mergeCustomersInput } from "@/lib/customers/schema";
import { defineAction } from "@/lib/server/define-action";

export const saveTermChangeAction = defineAction({
  permission: "terms:apply",
  input: saveTermChangeInput,
  run: saveTermChange,
});

export const submitTermChangeAction = defineAction({
  permission: "terms:apply",
  input: moveTermChangeInput,
  run: submitTermChange,
});

export const withdrawTermChangeAction = defineAction({
  permission: "terms:apply",
  input: moveTermChangeInput,
  run: withdrawTermChange,
});

export const cancelTermChangeAction = defineAction({
  permission: "terms:read",
  input: refuseTermChangeInput,
  run: cancelTermChange,
});

export const checkTermChangeAction = defineAction({
  permission: "terms:check",
  input: signTermChangeInput,
  run: checkTermChange,
});

export const approveTermChangeAction = defineAction({
  permission: "terms:approve",
  input: signTermChangeInput,
  run: approveTermChange,
});

/** The turn decides who may: one door for the chief, one for the director. */
export const returnByChiefAction = defineAction({
  permission: "terms:check",
  input: refuseTermChangeInput,
  run: returnTermChange,
});

export const returnByDirectorAction = defineAction({
  permission: "terms:approve",
  input: refuseTermChangeInput,
  run: returnTermChange,
});

export const rejectByChiefAction = defineAction({
  permission: "terms:check",
  input: refuseTermChangeInput,
  run: rejectTermChange,
});

export const rejectByDirectorAction = defineAction({
  permission: "terms:approve",
  input: refuseTermChangeInput,
  run: rejectTermChange,
});

export const mergeCustomersAction = defineAction({
  permission: "customer:merge",
  input: mergeCustomersInput,
  run: mergeCustomers,
});
