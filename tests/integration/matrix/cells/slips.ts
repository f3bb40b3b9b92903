import { startPackingAction } from "@/lib/dispatch/actions";
import { db } from "@/lib/server/db";
import * as shipping from "@/lib/shipping/actions";
import { SLIP_STATUSES } from "@/lib/shipping/slip-lifecycle";
import { createCustomer } from "@/tests/factories/customers";
import { aBoxedList, anIssuedSlip, aShipment } from "@/tests/factories/dispatch";
import {
  aDraftSlip,
  anApprovedSlip,
  anIssuedNotice,
  aShippableContract,
  aSubmittedSlip,
  directorView,
  issueValues,
  seenSlip,
  slipRef,
} from "@/tests/factories/shipping";
import { type Cast, does, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF, CLERK_OR_KEEPER, DIRECTOR, KEEPER } from "../roles";
import { issuedNotice } from "./notices";

const decided = async (id: string) => ({ ...(await slipRef(id)), comment: REASON });
const draftSlip = async (cast: Cast) => aDraftSlip(cast.team, await issuedNotice(cast));
const submittedSlip = async (cast: Cast) => aSubmittedSlip(cast.team, await issuedNotice(cast));
const approvedSlip = async (cast: Cast) => anApprovedSlip(cast.team, await issuedNotice(cast));

/** Above the limit of its customer: needs the director. */
async function overLimit({ team }: Cast): Promise<string> {
  const customer = await createCustomer({ mode: "MONTHLY", cooperationStart: "2022-01-01" });
  const lines = [{ quantity: "10", price: "20000" }];
  const contract = await aShippableContract(team, { customerId: customer.id, lines });
  const noticeId = await anIssuedNotice(team, contract);
  const slipId = await aSubmittedSlip(team, noticeId, undefined, "急用");
  await does(team.chief, shipping.signSlipAction, await decided(slipId));
  return slipId;
}
async function packedSlip({ team }: Cast): Promise<string> {
  const slipId = await anIssuedSlip(team);
  await aBoxedList(team, slipId);
  return slipId;
}
async function aReversal({ team }: Cast, decision?: "AGREE" | "REJECT"): Promise<string> {
  const wish = await decided(await anIssuedSlip(team));
  const { reversalId } = await does(team.keeper, shipping.requestReversalAction, wish);
  if (!decision) return reversalId;
  const input = { reversalId, rowVersion: 1, decision, comment: REASON };
  await does(team.chief, shipping.decideReversalAction, input);
  return reversalId;
}
const theReversal = (id: string) => db.slipReversal.findUniqueOrThrow({ where: { id } });
async function rejectedSlip(cast: Cast): Promise<string> {
  const id = await submittedSlip(cast);
  await does(cast.team.chief, shipping.rejectSlipByHeadAction, await decided(id));
  return id;
}
async function cancelledSlip(cast: Cast): Promise<string> {
  const id = await draftSlip(cast);
  await does(cast.team.clerk, shipping.cancelSlipAction, await decided(id));
  return id;
}

/** The draft as it was typed, typed again. */
async function saved(id: string) {
  const { lines } = await seenSlip(id);
  const quantities = lines.map((line) => [line.noticeLineId, line.requestedQty.toFixed(3)]);
  const typed = { quantities: Object.fromEntries(quantities), exceptionReason: "", remark: "" };
  return { ...(await slipRef(id)), ...typed };
}

const WRONG_STATUS = "shipping.slip_wrong_status";
// Return and reject have one use-case for both turns: whose turn it is, is a right.
const byHead = (action: Act["action"], to: string, other = "common.forbidden"): Act => ({
  action,
  permission: "slip:sign_dept_head",
  input: decided,
  cells: { PENDING_DEPT_HEAD: { by: CHIEF, to } },
  refusal: { PENDING_DIRECTOR: other, else: WRONG_STATUS },
});
const byDirector = (action: Act["action"], to: string, other = "common.forbidden"): Act => ({
  action,
  permission: "slip:sign_director",
  input: decided,
  cells: { PENDING_DIRECTOR: { by: DIRECTOR, to } },
  refusal: { PENDING_DEPT_HEAD: other, else: WRONG_STATUS },
});

export const SLIPS: DocumentMatrix = {
  name: "an outbound slip",
  statuses: SLIP_STATUSES,
  make: {
    DRAFT: draftSlip,
    PENDING_DEPT_HEAD: submittedSlip,
    PENDING_DIRECTOR: overLimit,
    APPROVED: approvedSlip,
    ISSUED: ({ team }) => anIssuedSlip(team),
    PACKED: packedSlip,
    SHIPPED: async ({ team }) => (await aShipment(team)).slipId,
    REVERSED: async (cast) => (await theReversal(await aReversal(cast, "AGREE"))).slipId,
    REJECTED: rejectedSlip,
    CANCELLED: cancelledSlip,
  },
  statusOf: async (id) => (await seenSlip(id)).status,
  acts: {
    save: {
      action: shipping.saveSlipAction,
      permission: "slip:write",
      input: saved,
      cells: { DRAFT: { by: CLERK, to: "DRAFT" } },
      refusal: WRONG_STATUS,
      again: true,
    },
    submit: {
      action: shipping.submitSlipAction,
      permission: "slip:write",
      input: slipRef,
      cells: { DRAFT: { by: CLERK, to: "PENDING_DEPT_HEAD" } },
      refusal: WRONG_STATUS,
    },
    sign: byHead(shipping.signSlipAction, "APPROVED", WRONG_STATUS),
    return_by_head: byHead(shipping.returnSlipByHeadAction, "DRAFT"),
    reject_by_head: byHead(shipping.rejectSlipByHeadAction, "REJECTED"),
    approve: {
      ...byDirector(shipping.approveSlipAction, "APPROVED", WRONG_STATUS),
      input: async (id) =>
        (await seenSlip(id)).creditSnapshot
          ? directorView(id)
          : { ...(await decided(id)), shownExposure: "0.00", shownViolations: [] },
    },
    return_by_director: byDirector(shipping.returnSlipByDirectorAction, "DRAFT"),
    reject_by_director: byDirector(shipping.rejectSlipByDirectorAction, "REJECTED"),
    cancel: {
      action: shipping.cancelSlipAction,
      permission: "slip:cancel",
      input: decided,
      cells: {
        DRAFT: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        PENDING_DEPT_HEAD: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        PENDING_DIRECTOR: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        APPROVED: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
      },
      refusal: WRONG_STATUS,
    },
    issue: {
      action: shipping.issueSlipAction,
      permission: "slip:issue",
      input: (id) => issueValues(id),
      cells: { APPROVED: { by: KEEPER, to: "ISSUED" } },
      refusal: WRONG_STATUS,
    },
    request_reversal: {
      action: shipping.requestReversalAction,
      permission: "slip:request_reversal",
      input: decided,
      cells: { ISSUED: { by: KEEPER, to: "ISSUED" }, PACKED: { by: KEEPER, to: "PACKED" } },
      refusal: { SHIPPED: "shipping.already_handed_over", else: WRONG_STATUS },
    },
    start_packing: {
      action: startPackingAction,
      permission: "packing:write",
      input: async (slipId) => ({ slipId }),
      cells: { ISSUED: { by: CLERK_OR_KEEPER, to: "ISSUED" } },
      refusal: "dispatch.slip_not_issued",
    },
  },
};

const decideAct = (decision: "AGREE" | "REJECT", to: string): Act => ({
  action: shipping.decideReversalAction,
  permission: "slip:sign_reversal",
  input: async (reversalId) => {
    const { rowVersion } = await theReversal(reversalId);
    return { reversalId, rowVersion, decision, comment: REASON };
  },
  cells: { REQUESTED: { by: CHIEF, to } },
  refusal: { SIGNED: WRONG_STATUS, else: "common.changed_meanwhile" },
});

export const REVERSALS: DocumentMatrix = {
  name: "a reversal",
  statuses: ["REQUESTED", "SIGNED", "REFUSED"],
  make: {
    REQUESTED: (cast) => aReversal(cast),
    SIGNED: (cast) => aReversal(cast, "AGREE"),
    REFUSED: (cast) => aReversal(cast, "REJECT"),
  },
  statusOf: async (id) => (await theReversal(id)).status,
  acts: { agree: decideAct("AGREE", "SIGNED"), refuse: decideAct("REJECT", "REFUSED") },
};
