"use server";
import { decideRequest } from "@/lib/contracts/decide-request";
import { decideRequestInput } from "@/lib/contracts/schema";
import { cancelPreparationsOf } from "@/lib/preparation/steps";
import { cancelTasksOf } from "@/lib/production/steps";
import { confirmReceipt, enterConfirmedReceipt } from "@/lib/receivables/confirm-receipt";
import { moveOnAccount } from "@/lib/receivables/move-on-account";
import {
  confirmReceiptInput,
  enterConfirmedReceiptInput,
  moveOnAccountInput,
} from "@/lib/receivables/schema";
import { defineAction } from "@/lib/server/define-action";
import { approveSlip } from "./approve-slip";
import { cancelNotice, cancelNoticesOf } from "./cancel-notice";
import { decideReversal } from "./decide-reversal";
import { retryWaitingNotices } from "./free-notices";
import { issueNotice } from "./issue-notice";
import { issueSlip } from "./issue-slip";
import { lowerNotice, tryNoticeAgain } from "./lower-notice";
import { cancelSlip, rejectSlip, returnSlip } from "./refuse-slip";
import { requestReversal } from "./request-reversal";
import { saveNotice } from "./save-notice";
import {
  approveSlipInput,
  cancelNoticeInput,
  cancelSlipInput,
  decideReversalInput,
  issueSlipInput,
  lowerNoticeInput,
  noticeInput,
  refuseSlipInput,
  requestReversalInput,
  saveNoticeInput,
  saveSlipInput,
  signSlipInput,
  slipInput,
} from "./schema";
import { signSlip } from "./sign-slip";
import { saveSlip, startSlip } from "./start-slip";
import { submitSlip } from "./submit-slip";

export const saveNoticeAction = defineAction({
  permission: "notice:write",
  input: saveNoticeInput,
  run: saveNotice,
});
export const issueNoticeAction = defineAction({
  permission: "notice:write",
  input: noticeInput,
  run: issueNotice,
});
export const lowerNoticeAction = defineAction({
  permission: "notice:write",
  input: lowerNoticeInput,
  run: lowerNotice,
});
export const tryNoticeAgainAction = defineAction({
  permission: "notice:write",
  input: noticeInput,
  run: tryNoticeAgain,
});
export const cancelNoticeAction = defineAction({
  permission: "notice:cancel",
  input: cancelNoticeInput,
  run: cancelNotice,
});

export const startSlipAction = defineAction({
  permission: "slip:write",
  input: noticeInput,
  run: startSlip,
});
export const saveSlipAction = defineAction({
  permission: "slip:write",
  input: saveSlipInput,
  run: saveSlip,
});
export const submitSlipAction = defineAction({
  permission: "slip:write",
  input: slipInput,
  run: submitSlip,
});
export const cancelSlipAction = defineAction({
  permission: "slip:cancel",
  input: cancelSlipInput,
  run: cancelSlip,
});
export const signSlipAction = defineAction({
  permission: "slip:sign_dept_head",
  input: signSlipInput,
  run: signSlip,
});
export const returnSlipByHeadAction = defineAction({
  permission: "slip:sign_dept_head",
  input: refuseSlipInput,
  run: returnSlip,
});
export const rejectSlipByHeadAction = defineAction({
  permission: "slip:sign_dept_head",
  input: refuseSlipInput,
  run: rejectSlip,
});
export const approveSlipAction = defineAction({
  permission: "slip:sign_director",
  input: approveSlipInput,
  run: approveSlip,
});
export const returnSlipByDirectorAction = defineAction({
  permission: "slip:sign_director",
  input: refuseSlipInput,
  run: returnSlip,
});
export const rejectSlipByDirectorAction = defineAction({
  permission: "slip:sign_director",
  input: refuseSlipInput,
  run: rejectSlip,
});
export const issueSlipAction = defineAction({
  permission: "slip:issue",
  input: issueSlipInput,
  run: issueSlip,
});

export const requestReversalAction = defineAction({
  permission: "slip:request_reversal",
  input: requestReversalInput,
  run: requestReversal,
});
export const decideReversalAction = defineAction({
  permission: "slip:sign_reversal",
  input: decideReversalInput,
  run: decideReversal,
});

// Acts of lower floors that change what may be shipped: this floor adds what follows, in the same transaction.

export const confirmReceiptAction = defineAction({
  permission: "receipt:confirm",
  input: confirmReceiptInput,
  run: (actor, input, key) =>
    confirmReceipt(actor, input, key, async (tx, contractIds) => {
      await retryWaitingNotices(tx, actor, contractIds);
    }),
});
export const enterConfirmedReceiptAction = defineAction({
  permission: "receipt:confirm",
  input: enterConfirmedReceiptInput,
  run: (actor, input, key) =>
    enterConfirmedReceipt(actor, input, key, async (tx, contractIds) => {
      await retryWaitingNotices(tx, actor, contractIds);
    }),
});
export const moveOnAccountAction = defineAction({
  permission: "receipt:confirm",
  input: moveOnAccountInput,
  run: (actor, input, key) =>
    moveOnAccount(actor, input, key, async (tx, contractIds) => {
      await retryWaitingNotices(tx, actor, contractIds);
    }),
});
export const decideContractRequestAction = defineAction({
  permission: "contract:decide_end",
  input: decideRequestInput,
  run: (actor, input, key) =>
    decideRequest(actor, input, key, {
      cancelPapers: async (tx, director, contractId, reason) => {
        await cancelNoticesOf(tx, director, contractId, reason);
        await cancelTasksOf(tx, director, contractId, reason);
        await cancelPreparationsOf(tx, director, contractId, reason);
      },
    }),
});
