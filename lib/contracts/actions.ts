"use server";

import { cancelContract } from "@/lib/contracts/cancel-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { deleteDraft } from "@/lib/contracts/delete-draft";
import { endHold, holdForDraft, holdInput } from "@/lib/contracts/hold-stock";
import { recordCustomerSignature } from "@/lib/contracts/record-customer-signature";
import { rejectContract } from "@/lib/contracts/reject-contract";
import { requestEnd } from "@/lib/contracts/request-end";
import { returnContract } from "@/lib/contracts/return-contract";
import { saveDraft } from "@/lib/contracts/save-draft";
import {
  confirmRegisterInput,
  contractRef,
  customerSignatureInput,
  decideInput,
  refuseInput,
  requestEndInput,
  saveDraftInput,
} from "@/lib/contracts/schema";
import { submitContract } from "@/lib/contracts/submit-contract";
import { withdrawContract } from "@/lib/contracts/withdraw-contract";
import { defineAction } from "@/lib/server/define-action";

export const saveDraftAction = defineAction({
  permission: "contract:draft",
  input: saveDraftInput,
  run: saveDraft,
});
export const deleteDraftAction = defineAction({
  permission: "contract:draft",
  input: contractRef,
  run: deleteDraft,
});
export const submitContractAction = defineAction({
  permission: "contract:draft",
  input: contractRef,
  run: submitContract,
});
export const withdrawContractAction = defineAction({
  permission: "contract:draft",
  input: decideInput,
  run: withdrawContract,
});
export const cancelContractAction = defineAction({
  permission: "contract:draft",
  input: refuseInput,
  run: cancelContract,
});
export const checkContractAction = defineAction({
  permission: "contract:check",
  input: decideInput,
  run: checkContract,
});
export const returnByChiefAction = defineAction({
  permission: "contract:check",
  input: refuseInput,
  run: returnContract,
});
export const rejectByChiefAction = defineAction({
  permission: "contract:check",
  input: refuseInput,
  run: rejectContract,
});
export const returnByDirectorAction = defineAction({
  permission: "contract:approve",
  input: refuseInput,
  run: returnContract,
});
export const rejectByDirectorAction = defineAction({
  permission: "contract:approve",
  input: refuseInput,
  run: rejectContract,
});
export const confirmRegisterAction = defineAction({
  permission: "contract:register",
  input: confirmRegisterInput,
  run: confirmRegister,
});
export const recordCustomerSignatureAction = defineAction({
  permission: "contract:record_signature",
  input: customerSignatureInput,
  run: recordCustomerSignature,
});
export const requestEndAction = defineAction({
  permission: "contract:request_end",
  input: requestEndInput,
  run: requestEnd,
});
export const holdStockAction = defineAction({
  permission: "contract:draft",
  input: holdInput,
  run: holdForDraft,
});
export const endHoldAction = defineAction({
  permission: "contract:draft",
  input: holdInput,
  run: endHold,
});
