/** Life cycles of packing list (F11) and waybill (F12). */
import type { Actor } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const PACKING_STATUSES = ["DRAFT", "BOXED", "VOIDED"] as const;
export type PackingStatus = (typeof PACKING_STATUSES)[number];

export type PackingFacts = {
  status: PackingStatus;
  /** Every line ticked against the goods (R1.2.2-f). */
  allTicked: boolean;
  /** Packed equals issued, line by line. */
  equalsIssued: boolean;
  checkedAgainstContract: boolean;
  handedOver: boolean;
  /** On a waybill that is not void. */
  onWaybill: boolean;
};

export const packingLifecycle = defineLifecycle({
  document: "packing_list",
  guards: {
    equals_issued: (facts: PackingFacts, _actor: Actor) => facts.equalsIssued,
    all_ticked: (facts: PackingFacts, _actor: Actor) => facts.allTicked,
    checked_against_contract: (facts: PackingFacts, _actor: Actor) => facts.checkedAgainstContract,
    not_handed_over: (facts: PackingFacts, _actor: Actor) => !facts.handedOver,
    not_on_waybill: (facts: PackingFacts, _actor: Actor) => !facts.onWaybill,
  },
  transitions: {
    box: {
      from: ["DRAFT"],
      to: "BOXED",
      permission: "packing:write",
      guards: ["equals_issued", "all_ticked", "checked_against_contract"],
      clause: "R1.2.2-f",
    },
    void: {
      from: ["DRAFT", "BOXED"],
      to: "VOIDED",
      permission: "packing:write",
      guards: ["not_handed_over", "not_on_waybill"],
    },
  },
});

export const WAYBILL_STATUSES = [
  "DRAFT",
  "NOTIFIED",
  "HANDED_OVER",
  "SIGNED",
  "EXCEPTION",
  "RETURNED",
  "VOIDED",
] as const;
export type WaybillStatus = (typeof WAYBILL_STATUSES)[number];

export type WaybillFacts = { status: WaybillStatus };

export const waybillLifecycle = defineLifecycle({
  document: "waybill",
  guards: {
    always: (_facts: WaybillFacts, _actor: Actor) => true,
  },
  transitions: {
    notify: {
      from: ["DRAFT"],
      to: "NOTIFIED",
      permission: "waybill:write",
      guards: [],
      clause: "R1.2.2-h",
    },
    hand_over: {
      from: ["NOTIFIED"],
      to: "HANDED_OVER",
      permission: "waybill:write",
      guards: [],
      clause: "R1.2.2-i",
    },
    sign: {
      from: ["HANDED_OVER", "EXCEPTION"],
      to: "SIGNED",
      permission: "waybill:write",
      guards: [],
    },
    except: { from: ["HANDED_OVER"], to: "EXCEPTION", permission: "waybill:write", guards: [] },
    come_back: {
      from: ["HANDED_OVER", "EXCEPTION"],
      to: "RETURNED",
      permission: "waybill:write",
      guards: [],
    },
    void: { from: ["DRAFT", "NOTIFIED"], to: "VOIDED", permission: "waybill:write", guards: [] },
  },
});
