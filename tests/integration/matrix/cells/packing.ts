import * as dispatch from "@/lib/dispatch/actions";
import { PACKING_STATUSES } from "@/lib/dispatch/lifecycle";
import { db } from "@/lib/server/db";
import {
  aBoxedList,
  anIssuedSlip,
  aPackingDraft,
  aShipment,
  boxValues,
  packingRef,
  packingValues,
  seenPacking,
  tickAll,
} from "@/tests/factories/dispatch";
import { type Cast, does, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { CLERK_OR_KEEPER, KEEPER } from "../roles";

type Method = NonNullable<NonNullable<Parameters<typeof anIssuedSlip>[1]>["method"]>;
const WRONG_STATUS = "dispatch.wrong_status";
const KEEPER_RECORDS = "dispatch.keeper_records_departure";

async function tickedList({ team }: Cast, method: Method = "EXPRESS"): Promise<string> {
  const id = await aPackingDraft(team, await anIssuedSlip(team, { method }));
  await tickAll(team, id);
  return id;
}
async function boxedList({ team }: Cast, method: Method = "EXPRESS"): Promise<string> {
  return aBoxedList(team, await anIssuedSlip(team, { method }));
}
const voiding = async (id: string) => ({ ...(await packingRef(id)), reason: REASON });
async function voidList(cast: Cast, method: Method = "EXPRESS"): Promise<string> {
  const id = await boxedList(cast, method);
  await does(cast.team.clerk, dispatch.voidPackingAction, await voiding(id));
  return id;
}

/** The boxes as they are, typed again. */
async function savedList(id: string) {
  const { boxes, lines, ...values } = await packingValues(id);
  const typed = boxes.map((box) => ({ ...box, netWeightKg: "3", grossWeightKg: "3.5" }));
  return { ...values, boxes: typed, lines };
}
async function ticked(id: string) {
  const [line] = (await seenPacking(id)).lines;
  return { ...(await packingRef(id)), lineId: line?.id ?? "", checked: true };
}
const pickedUp = async (id: string) => ({
  ...(await packingRef(id)),
  receiverName: "王工",
  receiverIdNo: "210202198001011234",
  receiverPhone: "13900001111",
  vehicleNo: "",
});
const departed = async (id: string) => ({
  ...(await packingRef(id)),
  driverName: "老赵",
  vehicleNo: "辽B12345",
});

export const PACKING: DocumentMatrix = {
  name: "a packing list",
  statuses: PACKING_STATUSES,
  make: {
    DRAFT: (cast) => tickedList(cast),
    BOXED: (cast) => boxedList(cast),
    HANDED_OVER: async ({ team }) => (await aShipment(team)).packingListId,
    VOIDED: (cast) => voidList(cast),
  },
  statusOf: async (id) => (await seenPacking(id)).status,
  acts: {
    save: {
      action: dispatch.savePackingAction,
      permission: "packing:write",
      input: savedList,
      cells: { DRAFT: { by: CLERK_OR_KEEPER, to: "DRAFT" } },
      refusal: WRONG_STATUS,
      again: true,
    },
    tick: {
      action: dispatch.tickLineAction,
      permission: "packing:write",
      input: ticked,
      cells: { DRAFT: { by: CLERK_OR_KEEPER, to: "DRAFT" } },
      refusal: WRONG_STATUS,
      again: true,
    },
    box: {
      action: dispatch.boxPackingAction,
      permission: "packing:write",
      input: (id, { team }) => boxValues(team, id),
      cells: { DRAFT: { by: CLERK_OR_KEEPER, to: "BOXED" } },
      refusal: WRONG_STATUS,
    },
    void: {
      action: dispatch.voidPackingAction,
      permission: "packing:write",
      input: voiding,
      cells: {
        DRAFT: { by: CLERK_OR_KEEPER, to: "VOIDED" },
        BOXED: { by: CLERK_OR_KEEPER, to: "VOIDED" },
      },
      refusal: { HANDED_OVER: "dispatch.not_handed_over", else: WRONG_STATUS },
    },
    make_waybill: {
      action: dispatch.createWaybillAction,
      permission: "waybill:write",
      input: async (id) => ({ packingListIds: [id] }),
      cells: { BOXED: { by: CLERK_OR_KEEPER, to: "BOXED" } },
      refusal: { HANDED_OVER: "dispatch.already_shipped", else: "dispatch.not_boxed" },
    },
    // These goods go with a courier: nobody fetches them, and no car of ours takes them.
    pick_up: {
      action: dispatch.recordPickUpAction,
      permission: "packing:write",
      input: pickedUp,
      cells: {},
      refusal: {
        BOXED: "dispatch.needs_courier",
        HANDED_OVER: "dispatch.needs_courier",
        else: "dispatch.not_boxed",
      },
    },
    depart: {
      action: dispatch.recordDepartureAction,
      permission: "packing:write",
      input: departed,
      cells: {},
      refusal: {
        BOXED: { CLERK: KEEPER_RECORDS, else: "dispatch.needs_courier" },
        HANDED_OVER: { CLERK: KEEPER_RECORDS, else: "dispatch.needs_courier" },
        else: { CLERK: KEEPER_RECORDS, else: "dispatch.not_boxed" },
      },
    },
  },
};

type Way = (cast: Cast, method: Method) => Promise<string>;
const WAYS: Readonly<Record<string, Way>> = {
  DRAFT: tickedList,
  BOXED: boxedList,
  GONE: async (cast, method) => {
    const id = await boxedList(cast, method);
    if (method === "PICKUP")
      await does(cast.team.clerk, dispatch.recordPickUpAction, await pickedUp(id));
    else await does(cast.team.keeper, dispatch.recordDepartureAction, await departed(id));
    return id;
  },
  VOIDED: voidList,
};

/** Goods that leave without a courier, in the way that the notice says. */
function withoutCourier(name: string, method: Method, leave: Act): DocumentMatrix {
  const ways = Object.entries(WAYS).map(([status, way]) => [
    status,
    (cast: Cast) => way(cast, method),
  ]);
  return {
    name,
    statuses: PACKING_STATUSES,
    make: Object.fromEntries(ways),
    statusOf: async (id) => {
      const { slipId } = await seenPacking(id);
      return (await db.outboundSlip.findUniqueOrThrow({ where: { id: slipId } })).status;
    },
    acts: {
      leave,
      make_waybill: {
        ...(PACKING.acts.make_waybill as Act),
        cells: {},
        refusal: {
          BOXED: "dispatch.no_courier_needed",
          GONE: "dispatch.already_shipped",
          else: "dispatch.not_boxed",
        },
      },
    },
  };
}

export const FETCHED = withoutCourier("a packing list that the customer fetches", "PICKUP", {
  ...(PACKING.acts.pick_up as Act),
  cells: { BOXED: { by: CLERK_OR_KEEPER, to: "SHIPPED" } },
  refusal: { GONE: "dispatch.already_shipped", else: "dispatch.not_boxed" },
});
export const OWN_CAR = withoutCourier("a packing list that our car takes", "DELIVERY", {
  ...(PACKING.acts.depart as Act),
  cells: { BOXED: { by: KEEPER, to: "SHIPPED" } },
  refusal: {
    BOXED: KEEPER_RECORDS,
    GONE: { CLERK: KEEPER_RECORDS, else: "dispatch.already_shipped" },
    else: { CLERK: KEEPER_RECORDS, else: "dispatch.not_boxed" },
  },
});
