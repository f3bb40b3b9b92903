import * as dispatch from "@/lib/dispatch/actions";
import { WAYBILL_STATUSES } from "@/lib/dispatch/lifecycle";
import {
  aBoxedList,
  aNotifiedWaybill,
  anIssuedSlip,
  aShipment,
  aWeighedWaybill,
  handOverValues,
  seenWaybill,
  waybillRef,
} from "@/tests/factories/dispatch";
import { type Cast, does, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { CLERK_OR_KEEPER } from "../roles";

const WRONG_STATUS = "dispatch.wrong_status";

const boxedList = async ({ team }: Cast) => aBoxedList(team, await anIssuedSlip(team));
type Outcome = "SIGNED" | "EXCEPTION" | "RETURNED";
const tracking = async (id: string, outcome: Outcome) => ({
  ...(await waybillRef(id)),
  outcome,
  signedByName: "王工",
  exception: REASON,
});
async function tracked({ team }: Cast, outcome: Outcome): Promise<string> {
  const { waybillId } = await aShipment(team);
  await does(team.clerk, dispatch.trackWaybillAction, await tracking(waybillId, outcome));
  return waybillId;
}
const draftWaybill = async (cast: Cast) => aWeighedWaybill(cast.team, [await boxedList(cast)]);
const voidingWaybill = async (id: string) => ({ ...(await waybillRef(id)), reason: REASON });
async function voidedWaybill(cast: Cast): Promise<string> {
  const id = await draftWaybill(cast);
  await does(cast.team.clerk, dispatch.voidWaybillAction, await voidingWaybill(id));
  return id;
}
const trackTo = (outcome: Outcome, from: readonly string[]): Act => ({
  action: dispatch.trackWaybillAction,
  permission: "waybill:write",
  input: (id) => tracking(id, outcome),
  cells: Object.fromEntries(from.map((status) => [status, { by: CLERK_OR_KEEPER, to: outcome }])),
  refusal: WRONG_STATUS,
});

/** The waybill as it was typed, typed again. */
async function savedWaybill(id: string) {
  const { courierId, pieces } = await seenWaybill(id);
  return {
    ...(await waybillRef(id)),
    courierId,
    contents: "刀具",
    pieces,
    weightKg: "3.5",
    serviceLevel: "STANDARD",
    freightSettlement: "PREPAID_MONTHLY",
    freightAmount: "",
    insuredValue: "",
    remark: "",
  };
}
const corrected = async (id: string) => ({
  ...(await waybillRef(id)),
  waybillNo: "SF1234567890124",
  courierContact: "小李 13800000001",
  remark: "",
  reason: REASON,
});
const LEFT = ["HANDED_OVER", "SIGNED", "EXCEPTION", "RETURNED"];

export const WAYBILLS: DocumentMatrix = {
  name: "a waybill",
  statuses: WAYBILL_STATUSES,
  make: {
    DRAFT: draftWaybill,
    NOTIFIED: async (cast) => aNotifiedWaybill(cast.team, [await boxedList(cast)]),
    HANDED_OVER: async ({ team }) => (await aShipment(team)).waybillId,
    SIGNED: (cast) => tracked(cast, "SIGNED"),
    EXCEPTION: (cast) => tracked(cast, "EXCEPTION"),
    RETURNED: (cast) => tracked(cast, "RETURNED"),
    VOIDED: voidedWaybill,
  },
  statusOf: async (id) => (await seenWaybill(id)).status,
  acts: {
    save: {
      action: dispatch.saveWaybillAction,
      permission: "waybill:write",
      input: savedWaybill,
      cells: { DRAFT: { by: CLERK_OR_KEEPER, to: "DRAFT" } },
      refusal: WRONG_STATUS,
      again: true,
    },
    correct: {
      action: dispatch.correctWaybillAction,
      permission: "waybill:write",
      input: corrected,
      cells: Object.fromEntries(LEFT.map((to) => [to, { by: CLERK_OR_KEEPER, to }])),
      refusal: "dispatch.nothing_to_correct",
      again: true,
    },
    notify: {
      action: dispatch.notifyCourierAction,
      permission: "waybill:write",
      input: async (id) => ({ ...(await waybillRef(id)), courierContact: "小张 13800000000" }),
      cells: { DRAFT: { by: CLERK_OR_KEEPER, to: "NOTIFIED" } },
      refusal: WRONG_STATUS,
    },
    hand_over: {
      action: dispatch.handOverAction,
      permission: "waybill:write",
      input: async (id) => ({ ...(await handOverValues(id)), freightAmount: "" }),
      cells: { NOTIFIED: { by: CLERK_OR_KEEPER, to: "HANDED_OVER" } },
      refusal: WRONG_STATUS,
    },
    sign: trackTo("SIGNED", ["HANDED_OVER", "EXCEPTION"]),
    except: trackTo("EXCEPTION", ["HANDED_OVER"]),
    come_back: trackTo("RETURNED", ["HANDED_OVER", "EXCEPTION"]),
    void: {
      action: dispatch.voidWaybillAction,
      permission: "waybill:write",
      input: voidingWaybill,
      cells: {
        DRAFT: { by: CLERK_OR_KEEPER, to: "VOIDED" },
        NOTIFIED: { by: CLERK_OR_KEEPER, to: "VOIDED" },
      },
      refusal: WRONG_STATUS,
    },
  },
};
