"use server";
import { defineAction } from "@/lib/server/define-action";
import { assignDuty } from "./assign-duty";
import { changeOwnPassword } from "./change-own-password";
import { changePerson } from "./change-person";
import { createPerson } from "./create-person";
import { deactivatePerson } from "./deactivate-person";
import { endDuty } from "./end-duty";
import { endSessions } from "./end-sessions";
import { issueDelegation } from "./issue-delegation";
import { reactivatePerson } from "./reactivate-person";
import { resetAccount } from "./reset-account";
import { revokeDelegation } from "./revoke-delegation";
import {
  assignDutyInput,
  changeOwnPasswordInput,
  changePersonInput,
  createPersonInput,
  deactivatePersonInput,
  endDutyInput,
  issueDelegationInput,
  personInput,
  revokeDelegationInput,
} from "./schema";

export const createPersonAction = defineAction({
  permission: "person:manage",
  input: createPersonInput,
  run: createPerson,
});

export const changePersonAction = defineAction({
  permission: "person:manage",
  input: changePersonInput,
  run: changePerson,
});

export const resetAccountAction = defineAction({
  permission: "person:manage",
  input: personInput,
  run: resetAccount,
});

export const endSessionsAction = defineAction({
  permission: "person:manage",
  input: personInput,
  run: endSessions,
});

export const deactivatePersonAction = defineAction({
  permission: "person:manage",
  input: deactivatePersonInput,
  run: deactivatePerson,
});

export const reactivatePersonAction = defineAction({
  permission: "person:manage",
  input: personInput,
  run: reactivatePerson,
});

export const changeOwnPasswordAction = defineAction({
  permission: "account:change_own_password",
  input: changeOwnPasswordInput,
  run: changeOwnPassword,
});

export const assignDutyAction = defineAction({
  permission: "duty:assign",
  input: assignDutyInput,
  run: assignDuty,
});

export const endDutyAction = defineAction({
  permission: "duty:assign",
  input: endDutyInput,
  run: endDuty,
});

export const issueDelegationAction = defineAction({
  permission: "delegation:issue",
  input: issueDelegationInput,
  run: issueDelegation,
});

export const revokeDelegationAction = defineAction({
  permission: "delegation:issue",
  input: revokeDelegationInput,
  run: revokeDelegation,
});
