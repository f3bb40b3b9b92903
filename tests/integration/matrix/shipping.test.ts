import { beforeAll, describe, it, vi } from "vitest";
import type { Role } from "@/lib/auth/roles";
import * as dispatch from "@/lib/dispatch/actions";
import { voidPacking } from "@/lib/dispatch/box-packing";
import { trackWaybill } from "@/lib/dispatch/follow-waybill";
import { voidWaybill } from "@/lib/dispatch/write-waybill";
import { db } from "@/lib/server/db";
import * as shipping from "@/lib/shipping/actions";
import { cancelNotice } from "@/lib/shipping/cancel-notice";
import { decideReversal } from "@/lib/shipping/decide-reversal";
import { cancelSlip, rejectSlip } from "@/lib/shipping/refuse-slip";
import { requestReversal } from "@/lib/shipping/request-reversal";
import { createCustomer } from "@/tests/factories/customers";
import {
  aBoxedList,
  aNotifiedWaybill,
  anIssuedSlip,
  aPackingDraft,
  aShipment,
  aWaybill,
  boxValues,
  handOverValues,
  packingRef,
  seenPacking,
  seenWaybill,
  tickAll,
  waybillRef,
} from "@/tests/factories/dispatch";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aDraftNotice,
  aDraftSlip,
  anApprovedSlip,
  anIssuedNotice,
  aShippableContract,
  aSubmittedSlip,
  directorView,
  issueValues,
  noticeRef,
  type ShippingTeam,
  seenNotice,
  seenSlip,
  slipRef,
  tryToIssue,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";
import {
  type DocumentMatrix,
  everybody,
  openCells,
  type People,
  tryAllowedCells,
  tryRefusedCells,
} from "./harness";

const session = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => session.actor }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000" }),
}));

let people: People;
let team: ShippingTeam;
beforeAll(async () => {
  people = await everybody();
  team = {
    clerk: people.CLERK,
    chief: await anActor("SECTION_CHIEF"),
    director: await anActor("FACTORY_DIRECTOR"),
    keeper: await anActor("WAREHOUSE_KEEPER"),
    finance: await anActor("FINANCE"),
  };
});
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

const CLERK: readonly Role[] = ["CLERK"];
const CHIEF: readonly Role[] = ["SECTION_CHIEF"];
const DIRECTOR: readonly Role[] = ["FACTORY_DIRECTOR"];
const KEEPER: readonly Role[] = ["WAREHOUSE_KEEPER"];
const CLERK_OR_CHIEF: readonly Role[] = ["CLERK", "SECTION_CHIEF"];
const CLERK_OR_KEEPER: readonly Role[] = ["CLERK", "WAREHOUSE_KEEPER"];
const words = "原因在此";

/** Prepaid and unpaid: its notices wait for money. */
async function unpaidContract() {
  const { id } = await createCustomer({ mode: "PREPAID" });
  return aShippableContract(team, { customerId: id, order: { paymentTerm: "PREPAID" } });
}

async function draftNotice(): Promise<string> {
  return aDraftNotice(team, await aShippableContract(team));
}
async function waitingNotice(): Promise<string> {
  const id = await aDraftNotice(team, await unpaidContract());
  await tryToIssue(team, id);
  return id;
}
async function issuedNotice(): Promise<string> {
  return anIssuedNotice(team, await aShippableContract(team));
}
async function noticeWithSlip(): Promise<string> {
  const id = await issuedNotice();
  await aDraftSlip(team, id);
  return id;
}
async function noticeOf(slipId: string): Promise<string> {
  return (await seenSlip(slipId)).noticeId ?? "";
}
async function cancelledNotice(): Promise<string> {
  const id = await draftNotice();
  await cancelNotice(team.clerk, { ...(await noticeRef(id)), comment: words }, aKey());
  return id;
}

const NOTICES: DocumentMatrix = {
  make: {
    DRAFT: draftNotice,
    AWAITING_FUNDS: waitingNotice,
    ISSUED: issuedNotice,
    ACKNOWLEDGED: noticeWithSlip,
    CLOSED: async () => noticeOf(await anIssuedSlip(team)),
    CANCELLED: cancelledNotice,
  },
  statusOf: async (id) => (await seenNotice(id)).status,
  acts: {
    issue: {
      action: shipping.issueNoticeAction,
      permission: "notice:write",
      input: noticeRef,
      cells: { DRAFT: { by: CLERK, to: "ISSUED" } },
    },
    try_again: {
      action: shipping.tryNoticeAgainAction,
      permission: "notice:write",
      input: noticeRef,
      cells: { AWAITING_FUNDS: { by: CLERK, to: "AWAITING_FUNDS" } },
    },
    start_slip: {
      action: shipping.startSlipAction,
      permission: "slip:write",
      input: noticeRef,
      cells: { ISSUED: { by: CLERK, to: "ACKNOWLEDGED" } },
    },
    cancel: {
      action: shipping.cancelNoticeAction,
      permission: "notice:cancel",
      input: async (id) => ({ ...(await noticeRef(id)), comment: words }),
      cells: {
        DRAFT: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        AWAITING_FUNDS: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        ISSUED: { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        // Once a slip exists only the chief stops the notice, with its unposted slips.
        ACKNOWLEDGED: { by: CHIEF, to: "CANCELLED" },
      },
    },
  },
};

const draftSlip = async () => aDraftSlip(team, await issuedNotice());
const headSlip = async () => aSubmittedSlip(team, await issuedNotice());
const approvedSlip = async () => anApprovedSlip(team, await issuedNotice());

/** Above the limit of its customer: needs the director. */
async function overLimit(): Promise<string> {
  const { id } = await createCustomer({ mode: "MONTHLY", cooperationStart: "2022-01-01" });
  const contract = await aShippableContract(team, {
    customerId: id,
    lines: [{ quantity: "10", price: "20000" }],
  });
  const slipId = await aSubmittedSlip(
    team,
    await anIssuedNotice(team, contract),
    undefined,
    "急用",
  );
  const input = { ...(await slipRef(slipId)), comment: "" };
  session.actor = team.chief;
  await shipping.signSlipAction(input, aKey());
  const { status } = await seenSlip(slipId);
  if (status !== "PENDING_DIRECTOR") throw new Error(`The slip is ${status}`);
  return slipId;
}
async function packedSlip(): Promise<string> {
  const slipId = await anIssuedSlip(team);
  await aBoxedList(team, slipId);
  return slipId;
}
async function asked(slipId: string): Promise<string> {
  const input = { ...(await slipRef(slipId)), comment: words };
  return (await requestReversal(team.keeper, input, aKey())).reversalId;
}
async function reversedSlip(): Promise<string> {
  const slipId = await anIssuedSlip(team);
  const reversalId = await asked(slipId);
  const input = { reversalId, rowVersion: 1, decision: "AGREE" as const, comment: "" };
  await decideReversal(team.chief, input, aKey());
  return slipId;
}
async function rejectedSlip(): Promise<string> {
  const id = await headSlip();
  await rejectSlip(team.chief, { ...(await slipRef(id)), comment: words }, aKey());
  return id;
}
async function cancelledSlip(): Promise<string> {
  const id = await draftSlip();
  await cancelSlip(team.clerk, { ...(await slipRef(id)), comment: words }, aKey());
  return id;
}
const decided = async (id: string) => ({ ...(await slipRef(id)), comment: words });

const SLIPS: DocumentMatrix = {
  make: {
    DRAFT: draftSlip,
    PENDING_DEPT_HEAD: headSlip,
    PENDING_DIRECTOR: overLimit,
    APPROVED: approvedSlip,
    ISSUED: () => anIssuedSlip(team),
    PACKED: packedSlip,
    SHIPPED: async () => (await aShipment(team)).slipId,
    REVERSED: reversedSlip,
    REJECTED: rejectedSlip,
    CANCELLED: cancelledSlip,
  },
  statusOf: async (id) => (await seenSlip(id)).status,
  acts: {
    submit: {
      action: shipping.submitSlipAction,
      permission: "slip:write",
      input: slipRef,
      cells: { DRAFT: { by: CLERK, to: "PENDING_DEPT_HEAD" } },
    },
    sign: {
      action: shipping.signSlipAction,
      permission: "slip:sign_dept_head",
      input: decided,
      cells: { PENDING_DEPT_HEAD: { by: CHIEF, to: "APPROVED" } },
    },
    return_by_head: {
      action: shipping.returnSlipByHeadAction,
      permission: "slip:sign_dept_head",
      input: decided,
      cells: { PENDING_DEPT_HEAD: { by: CHIEF, to: "DRAFT" } },
    },
    reject_by_head: {
      action: shipping.rejectSlipByHeadAction,
      permission: "slip:sign_dept_head",
      input: decided,
      cells: { PENDING_DEPT_HEAD: { by: CHIEF, to: "REJECTED" } },
    },
    approve: {
      action: shipping.approveSlipAction,
      permission: "slip:sign_director",
      input: async (id) =>
        (await seenSlip(id)).creditSnapshot
          ? directorView(id)
          : { ...(await decided(id)), shownExposure: "0.00", shownViolations: [] },
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "APPROVED" } },
    },
    return_by_director: {
      action: shipping.returnSlipByDirectorAction,
      permission: "slip:sign_director",
      input: decided,
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "DRAFT" } },
    },
    reject_by_director: {
      action: shipping.rejectSlipByDirectorAction,
      permission: "slip:sign_director",
      input: decided,
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "REJECTED" } },
    },
    cancel: {
      action: shipping.cancelSlipAction,
      permission: "slip:cancel",
      input: decided,
      cells: Object.fromEntries(
        ["DRAFT", "PENDING_DEPT_HEAD", "PENDING_DIRECTOR", "APPROVED"].map((status) => [
          status,
          { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        ]),
      ),
    },
    issue: {
      action: shipping.issueSlipAction,
      permission: "slip:issue",
      input: (id) => issueValues(id),
      cells: { APPROVED: { by: KEEPER, to: "ISSUED" } },
    },
    request_reversal: {
      action: shipping.requestReversalAction,
      permission: "slip:request_reversal",
      input: decided,
      cells: {
        ISSUED: { by: KEEPER, to: "ISSUED" },
        PACKED: { by: KEEPER, to: "PACKED" },
      },
    },
    start_packing: {
      action: dispatch.startPackingAction,
      permission: "packing:write",
      input: async (slipId) => ({ slipId }),
      cells: { ISSUED: { by: CLERK_OR_KEEPER, to: "ISSUED" } },
    },
  },
};

const requestsOf = async (reversalId: string) =>
  db.slipReversal.findUniqueOrThrow({ where: { id: reversalId } });
const REVERSALS: DocumentMatrix = {
  make: {
    REQUESTED: async () => asked(await anIssuedSlip(team)),
    REFUSED: async () => {
      const reversalId = await asked(await anIssuedSlip(team));
      const input = { reversalId, rowVersion: 1, decision: "REJECT" as const, comment: words };
      await decideReversal(team.chief, input, aKey());
      return reversalId;
    },
  },
  statusOf: async (id) => (await seenSlip((await requestsOf(id)).slipId)).status,
  acts: Object.fromEntries(
    (["AGREE", "REJECT"] as const).map((decision) => [
      decision,
      {
        action: shipping.decideReversalAction,
        permission: "slip:sign_reversal",
        input: async (reversalId: string) => {
          const { rowVersion } = await requestsOf(reversalId);
          return { reversalId, rowVersion, decision, comment: words };
        },
        cells: { REQUESTED: { by: CHIEF, to: decision === "AGREE" ? "REVERSED" : "ISSUED" } },
      },
    ]),
  ),
};

async function tickedList(): Promise<string> {
  const id = await aPackingDraft(team, await anIssuedSlip(team));
  await tickAll(team, id);
  return id;
}
const boxedList = async () => aBoxedList(team, await anIssuedSlip(team));
async function voidList(): Promise<string> {
  const id = await boxedList();
  await voidPacking(team.clerk, { ...(await packingRef(id)), reason: words }, aKey());
  return id;
}

const PACKING: DocumentMatrix = {
  make: {
    DRAFT: tickedList,
    BOXED: boxedList,
    HANDED_OVER: async () => (await aShipment(team)).packingListId,
    VOIDED: voidList,
  },
  statusOf: async (id) => (await seenPacking(id)).status,
  acts: {
    box: {
      action: dispatch.boxPackingAction,
      permission: "packing:write",
      input: (id) => boxValues(team, id),
      cells: { DRAFT: { by: CLERK_OR_KEEPER, to: "BOXED" } },
    },
    void: {
      action: dispatch.voidPackingAction,
      permission: "packing:write",
      input: async (id) => ({ ...(await packingRef(id)), reason: words }),
      cells: {
        DRAFT: { by: CLERK_OR_KEEPER, to: "VOIDED" },
        BOXED: { by: CLERK_OR_KEEPER, to: "VOIDED" },
      },
    },
    make_waybill: {
      action: dispatch.createWaybillAction,
      permission: "waybill:write",
      input: async (id) => ({ packingListIds: [id] }),
      cells: { BOXED: { by: CLERK_OR_KEEPER, to: "BOXED" } },
    },
  },
};

async function tracked(outcome: "SIGNED" | "EXCEPTION" | "RETURNED"): Promise<string> {
  const { waybillId } = await aShipment(team);
  const input = {
    ...(await waybillRef(waybillId)),
    outcome,
    signedByName: "王工",
    exception: words,
  };
  await trackWaybill(team.clerk, input, aKey());
  return waybillId;
}
async function voidedWaybill(): Promise<string> {
  const id = await aWaybill(team, [await boxedList()]);
  await voidWaybill(team.clerk, { ...(await waybillRef(id)), reason: words }, aKey());
  return id;
}
const trackTo = (outcome: "SIGNED" | "EXCEPTION" | "RETURNED", from: readonly string[]) => ({
  action: dispatch.trackWaybillAction,
  permission: "waybill:write" as const,
  input: async (id: string) => ({
    ...(await waybillRef(id)),
    outcome,
    signedByName: "王工",
    exception: words,
  }),
  cells: Object.fromEntries(from.map((status) => [status, { by: CLERK_OR_KEEPER, to: outcome }])),
});

const WAYBILLS: DocumentMatrix = {
  make: {
    DRAFT: async () => aWaybill(team, [await boxedList()]),
    NOTIFIED: async () => aNotifiedWaybill(team, [await boxedList()]),
    HANDED_OVER: async () => (await aShipment(team)).waybillId,
    SIGNED: () => tracked("SIGNED"),
    EXCEPTION: () => tracked("EXCEPTION"),
    RETURNED: () => tracked("RETURNED"),
    VOIDED: voidedWaybill,
  },
  statusOf: async (id) => (await seenWaybill(id)).status,
  acts: {
    notify: {
      action: dispatch.notifyCourierAction,
      permission: "waybill:write",
      input: async (id) => ({ ...(await waybillRef(id)), courierContact: "小张 13800000000" }),
      cells: { DRAFT: { by: CLERK_OR_KEEPER, to: "NOTIFIED" } },
    },
    hand_over: {
      action: dispatch.handOverAction,
      permission: "waybill:write",
      input: async (id) => ({ ...(await handOverValues(id)), freightAmount: "" }),
      cells: { NOTIFIED: { by: CLERK_OR_KEEPER, to: "HANDED_OVER" } },
    },
    sign: trackTo("SIGNED", ["HANDED_OVER", "EXCEPTION"]),
    except: trackTo("EXCEPTION", ["HANDED_OVER"]),
    come_back: trackTo("RETURNED", ["HANDED_OVER", "EXCEPTION"]),
    void: {
      action: dispatch.voidWaybillAction,
      permission: "waybill:write",
      input: async (id) => ({ ...(await waybillRef(id)), reason: words }),
      cells: {
        DRAFT: { by: CLERK_OR_KEEPER, to: "VOIDED" },
        NOTIFIED: { by: CLERK_OR_KEEPER, to: "VOIDED" },
      },
    },
  },
};

describe.each([
  ["a shipping notice", NOTICES],
  ["an outbound slip", SLIPS],
  ["a reversal", REVERSALS],
  ["a packing list", PACKING],
  ["a waybill", WAYBILLS],
] as const)("%s: every act, every status, every role", (_name, matrix) => {
  it.each(Object.keys(matrix.make))("%s: refuses whom it must, and nothing changes", (status) =>
    today(() => tryRefusedCells(session, people, matrix, status)),
  );
  it.each(openCells(matrix))("%s: %s is open to whom it is", (...cell) =>
    today(() => tryAllowedCells(session, people, matrix, cell)),
  );
});
