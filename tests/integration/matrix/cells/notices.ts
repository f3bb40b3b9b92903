import * as shipping from "@/lib/shipping/actions";
import { NOTICE_STATUSES } from "@/lib/shipping/notice-lifecycle";
import { createCustomer } from "@/tests/factories/customers";
import { anIssuedSlip } from "@/tests/factories/dispatch";
import {
  aDraftNotice,
  aDraftSlip,
  anIssuedNotice,
  aShippableContract,
  contractNow,
  noticeRef,
  noticeValues,
  seenNotice,
  seenSlip,
  tryToIssue,
} from "@/tests/factories/shipping";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF } from "../roles";

async function draftNotice({ team }: Cast): Promise<string> {
  return aDraftNotice(team, await aShippableContract(team));
}
/** Of a prepaid contract that nobody has paid: it waits for the money. */
async function waitingNotice({ team }: Cast): Promise<string> {
  const customer = await createCustomer({ mode: "PREPAID" });
  const order = { paymentTerm: "PREPAID" as const };
  const contract = await aShippableContract(team, { customerId: customer.id, order });
  const id = await aDraftNotice(team, contract);
  await tryToIssue(team, id);
  return id;
}
export async function issuedNotice({ team }: Cast): Promise<string> {
  return anIssuedNotice(team, await aShippableContract(team));
}
async function noticeWithSlip(cast: Cast): Promise<string> {
  const id = await issuedNotice(cast);
  await aDraftSlip(cast.team, id);
  return id;
}
const cancelling = async (id: string) => ({ ...(await noticeRef(id)), comment: REASON });
async function cancelledNotice(cast: Cast): Promise<string> {
  const id = await draftNotice(cast);
  await does(cast.team.clerk, shipping.cancelNoticeAction, await cancelling(id));
  return id;
}

/** The draft as it was typed, typed again. */
async function saved(id: string) {
  const { contractId } = await seenNotice(id);
  const contract = await contractNow(contractId);
  const goods = contract.lines.map(({ quantity }) => quantity.toFixed(3));
  const { rowVersion } = await noticeRef(id);
  return noticeValues(contract as Parameters<typeof noticeValues>[0], goods, {
    noticeId: id,
    rowVersion,
  });
}

/** One piece less than it says. */
async function lowered(id: string) {
  const { lines } = await seenNotice(id);
  const quantities = lines.map((line) => [line.contractLineId, line.quantity.minus(1).toFixed(3)]);
  return { ...(await noticeRef(id)), quantities: Object.fromEntries(quantities), charges: {} };
}

const WRONG_STATUS = "shipping.notice_wrong_status";

export const NOTICES: DocumentMatrix = {
  name: "a shipping notice",
  statuses: NOTICE_STATUSES,
  make: {
    DRAFT: draftNotice,
    AWAITING_FUNDS: waitingNotice,
    ISSUED: issuedNotice,
    ACKNOWLEDGED: noticeWithSlip,
    CLOSED: async ({ team }) => (await seenSlip(await anIssuedSlip(team))).noticeId ?? "",
    CANCELLED: cancelledNotice,
  },
  statusOf: async (id) => (await seenNotice(id)).status,
  acts: {
    save: {
      action: shipping.saveNoticeAction,
      permission: "notice:write",
      input: saved,
      cells: { DRAFT: { by: CLERK, to: "DRAFT" } },
      refusal: WRONG_STATUS,
      again: true,
    },
    issue: {
      action: shipping.issueNoticeAction,
      permission: "notice:write",
      input: noticeRef,
      cells: { DRAFT: { by: CLERK, to: "ISSUED" } },
      refusal: WRONG_STATUS,
    },
    lower: {
      action: shipping.lowerNoticeAction,
      permission: "notice:write",
      input: lowered,
      cells: { AWAITING_FUNDS: { by: CLERK, to: "AWAITING_FUNDS" } },
      refusal: WRONG_STATUS,
      again: true,
    },
    try_again: {
      action: shipping.tryNoticeAgainAction,
      permission: "notice:write",
      input: noticeRef,
      cells: { AWAITING_FUNDS: { by: CLERK, to: "AWAITING_FUNDS" } },
      refusal: WRONG_STATUS,
      again: true,
    },
    start_slip: {
      action: shipping.startSlipAction,
      permission: "slip:write",
      input: noticeRef,
      cells: { ISSUED: { by: CLERK, to: "ACKNOWLEDGED" } },
      refusal: { ACKNOWLEDGED: "shipping.notice_rest_to_slip", else: WRONG_STATUS },
    },
    cancel: {
      action: shipping.cancelNoticeAction,
      permission: "notice:cancel",
      input: cancelling,
      cells: {
        DRAFT: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        AWAITING_FUNDS: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        ISSUED: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        // Once a slip exists only the chief stops the notice, with its unposted slips.
        ACKNOWLEDGED: { by: CHIEF, to: "CANCELLED" },
      },
      refusal: { ACKNOWLEDGED: "shipping.notice_no_slip_or_chief", else: WRONG_STATUS },
    },
  },
};
