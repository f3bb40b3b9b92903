"use server";

import { approveRevision } from "@/lib/changes/approve-revision";
import { checkRevision } from "@/lib/changes/check-revision";
import { archiveContract, completeContract } from "@/lib/changes/complete-contract";
import { decideShortClose } from "@/lib/changes/decide-short-close";
import { editRemark } from "@/lib/changes/edit-remark";
import {
  cancelRevision,
  rejectRevision,
  returnRevision,
  withdrawRevision,
} from "@/lib/changes/refuse-revision";
import { requestShortClose, withdrawShortClose } from "@/lib/changes/request-short-close";
import { saveRevision } from "@/lib/changes/save-revision";
import {
  archiveContractInput,
  completeContractInput,
  decideRevisionInput,
  decideShortCloseInput,
  editRemarkInput,
  refuseRevisionInput,
  requestShortCloseInput,
  revisionRef,
  saveRevisionInput,
  withdrawShortCloseInput,
} from "@/lib/changes/schema";
import { submitRevision } from "@/lib/changes/submit-revision";
import { defineAction } from "@/lib/server/define-action";

export const saveRevisionAction = defineAction({
  permission: "contract:draft",
  input: saveRevisionInput,
  run: saveRevision,
});
export const submitRevisionAction = defineAction({
  permission: "contract:draft",
  input: revisionRef,
  run: submitRevision,
});
export const withdrawRevisionAction = defineAction({
  permission: "contract:draft",
  input: decideRevisionInput,
  run: withdrawRevision,
});
export const cancelRevisionAction = defineAction({
  permission: "contract:draft",
  input: refuseRevisionInput,
  run: cancelRevision,
});
export const checkRevisionAction = defineAction({
  permission: "contract:check",
  input: decideRevisionInput,
  run: checkRevision,
});
export const returnRevisionByChiefAction = defineAction({
  permission: "contract:check",
  input: refuseRevisionInput,
  run: returnRevision,
});
export const rejectRevisionByChiefAction = defineAction({
  permission: "contract:check",
  input: refuseRevisionInput,
  run: rejectRevision,
});
export const approveRevisionAction = defineAction({
  permission: "contract:approve",
  input: decideRevisionInput,
  run: approveRevision,
});
export const returnRevisionByDirectorAction = defineAction({
  permission: "contract:approve",
  input: refuseRevisionInput,
  run: returnRevision,
});
export const rejectRevisionByDirectorAction = defineAction({
  permission: "contract:approve",
  input: refuseRevisionInput,
  run: rejectRevision,
});
export const requestShortCloseAction = defineAction({
  permission: "contract:short_close",
  input: requestShortCloseInput,
  run: requestShortClose,
});
export const withdrawShortCloseAction = defineAction({
  permission: "contract:short_close",
  input: withdrawShortCloseInput,
  run: withdrawShortClose,
});
export const decideShortCloseAction = defineAction({
  permission: "contract:sign_short_close",
  input: decideShortCloseInput,
  run: decideShortClose,
});
export const completeContractAction = defineAction({
  permission: "contract:complete",
  input: completeContractInput,
  run: completeContract,
});
export const archiveContractAction = defineAction({
  permission: "contract:archive",
  input: archiveContractInput,
  run: archiveContract,
});
export const editRemarkAction = defineAction({
  permission: "contract:draft",
  input: editRemarkInput,
  run: editRemark,
});
