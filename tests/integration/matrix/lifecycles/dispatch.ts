import {
  PACKING_STATUSES,
  packingLifecycle,
  WAYBILL_STATUSES,
  waybillLifecycle,
} from "@/lib/dispatch/lifecycle";
import { CLERK_OR_KEEPER } from "../roles";
import { as, type Cells, type LifecycleCase } from "./case";

const PACKING_CELLS: Cells = {
  box: { from: "DRAFT", to: "BOXED", roles: CLERK_OR_KEEPER },
  void: { from: "DRAFT BOXED", to: "VOIDED", roles: CLERK_OR_KEEPER },
};

export const PACKING_CASE: LifecycleCase = {
  lifecycle: as(packingLifecycle),
  statuses: PACKING_STATUSES,
  cells: PACKING_CELLS,
  facts: {
    allTicked: true,
    equalsIssued: true,
    checkedAgainstContract: true,
    handedOver: false,
    onWaybill: false,
  },
  guards: {
    equals_issued: { facts: { equalsIssued: false }, stops: ["box"] },
    all_ticked: { facts: { allTicked: false }, stops: ["box"] },
    checked_against_contract: { facts: { checkedAgainstContract: false }, stops: ["box"] },
    not_handed_over: { facts: { handedOver: true }, stops: ["void"] },
    not_on_waybill: { facts: { onWaybill: true }, stops: ["void"] },
  },
};

const WAYBILL_CELLS: Cells = {
  notify: { from: "DRAFT", to: "NOTIFIED", roles: CLERK_OR_KEEPER },
  hand_over: { from: "NOTIFIED", to: "HANDED_OVER", roles: CLERK_OR_KEEPER },
  sign: { from: "HANDED_OVER EXCEPTION", to: "SIGNED", roles: CLERK_OR_KEEPER },
  except: { from: "HANDED_OVER", to: "EXCEPTION", roles: CLERK_OR_KEEPER },
  come_back: { from: "HANDED_OVER EXCEPTION", to: "RETURNED", roles: CLERK_OR_KEEPER },
  void: { from: "DRAFT NOTIFIED", to: "VOIDED", roles: CLERK_OR_KEEPER },
};

export const WAYBILL_CASE: LifecycleCase = {
  lifecycle: as(waybillLifecycle),
  statuses: WAYBILL_STATUSES,
  cells: WAYBILL_CELLS,
  facts: {},
  guards: {},
  triedApart: ["always"],
};
