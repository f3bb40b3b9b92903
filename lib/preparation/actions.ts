"use server";
import { resplitContract } from "@/lib/contracts/resplit";
import { resplitInput } from "@/lib/contracts/resplit-policy";
import { defineAction } from "@/lib/server/define-action";
import {
  cancelOrder,
  rejectOrder,
  returnOrder,
  signOrder,
  submitOrder,
} from "./decide-preparation";
import { finishPreparation, receivePreparation } from "./execute-preparation";
import { releaseReserved } from "./release-reserved";
import { releaseReservedInput } from "./release-schema";
import { savePreparation } from "./save-preparation";
import {
  finishPreparationInput,
  preparationRef,
  refusePreparationInput,
  savePreparationInput,
  signPreparationInput,
} from "./schema";

export const savePreparationAction = defineAction({
  permission: "preparation:write",
  input: savePreparationInput,
  run: savePreparation,
});
export const submitPreparationAction = defineAction({
  permission: "preparation:write",
  input: preparationRef,
  run: submitOrder,
});
export const signPreparationAction = defineAction({
  permission: "preparation:sign",
  input: signPreparationInput,
  run: signOrder,
});
export const returnPreparationAction = defineAction({
  permission: "preparation:sign",
  input: refusePreparationInput,
  run: returnOrder,
});
export const rejectPreparationAction = defineAction({
  permission: "preparation:sign",
  input: refusePreparationInput,
  run: rejectOrder,
});
export const cancelPreparationAction = defineAction({
  permission: "preparation:cancel",
  input: refusePreparationInput,
  run: cancelOrder,
});
export const receivePreparationAction = defineAction({
  permission: "preparation:execute",
  input: preparationRef,
  run: receivePreparation,
});
export const finishPreparationAction = defineAction({
  permission: "preparation:execute",
  input: finishPreparationInput,
  run: finishPreparation,
});
export const releaseReservedAction = defineAction({
  permission: "reservation:release",
  input: releaseReservedInput,
  run: releaseReserved,
});
export const resplitContractAction = defineAction({
  permission: "contract:resplit",
  input: resplitInput,
  run: resplitContract,
});
