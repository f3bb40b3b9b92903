"use server";
import { type ApprovalHooks, approveContract } from "@/lib/contracts/approve-contract";
import { decideInput } from "@/lib/contracts/schema";
import { defineAction } from "@/lib/server/define-action";
import { bindPickup } from "./bind-contract";
import { countWalkIn } from "./count-walk-in";
import { handOverWalkIn } from "./hand-over";
import { makeContract } from "./make-contract";
import { saveWalkIn } from "./save-walk-in";
import {
  countWalkInInput,
  handOverWalkInInput,
  saveWalkInInput,
  takeMoneyInput,
  walkInInput,
} from "./schema";
import { submitWalkIn } from "./submit-walk-in";
import { takeMoney } from "./take-money";

export const saveWalkInAction = defineAction({
  permission: "walkin:write",
  input: saveWalkInInput,
  run: saveWalkIn,
});

export const submitWalkInAction = defineAction({
  permission: "walkin:write",
  input: walkInInput,
  run: submitWalkIn,
});

export const countWalkInAction = defineAction({
  permission: "walkin:count",
  input: countWalkInInput,
  run: countWalkIn,
});

export const takeMoneyAction = defineAction({
  permission: "receipt:enter",
  input: takeMoneyInput,
  run: takeMoney,
});

export const handOverWalkInAction = defineAction({
  permission: "walkin:hand_over",
  input: handOverWalkInInput,
  run: handOverWalkIn,
});

export const makeContractAction = defineAction({
  permission: "contract:draft",
  input: walkInInput,
  run: makeContract,
});

const HOOKS: ApprovalHooks = { bindPickup };

/** The director's approval of any contract; one that was made after a pickup takes the pickup along (R1.2.4-b). */
export const approveContractAction = defineAction({
  permission: "contract:approve",
  input: decideInput,
  run: (actor, input, key) => approveContract(actor, input, key, HOOKS),
});
