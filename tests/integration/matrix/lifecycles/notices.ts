import { NOTICE_STATUSES, noticeLifecycle } from "@/lib/shipping/notice-lifecycle";
import { CLERK, CLERK_OR_CHIEF } from "../roles";
import { as, BY_ITSELF, type Cells, type LifecycleCase } from "./case";

const CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: CLERK },
  issue: { from: "DRAFT", to: "ISSUED", roles: CLERK },
  wait_for_funds: { from: "DRAFT", to: "AWAITING_FUNDS", roles: CLERK },
  lower: { from: "AWAITING_FUNDS", to: "AWAITING_FUNDS", roles: CLERK },
  try_again: { from: "AWAITING_FUNDS", to: "ISSUED", roles: CLERK },
  free: { from: "AWAITING_FUNDS", to: "ISSUED", roles: BY_ITSELF },
  start_slip: { from: "ISSUED", to: "ACKNOWLEDGED", roles: CLERK },
  next_slip: { from: "ACKNOWLEDGED", to: "ACKNOWLEDGED", roles: CLERK },
  close: { from: "ACKNOWLEDGED", to: "CLOSED", roles: BY_ITSELF },
  reopen: { from: "CLOSED", to: "ACKNOWLEDGED", roles: BY_ITSELF },
  cancel: {
    from: "DRAFT AWAITING_FUNDS ISSUED ACKNOWLEDGED",
    to: "CANCELLED",
    roles: CLERK_OR_CHIEF,
  },
};

export const NOTICE_CASE: LifecycleCase = {
  lifecycle: as(noticeLifecycle),
  statuses: NOTICE_STATUSES,
  cells: CELLS,
  facts: { hasLiveSlip: false, hasPosted: false, hasRest: true, allPosted: true },
  guards: {
    nothing_posted: { facts: { hasPosted: true }, stops: ["cancel"] },
    no_slip_or_chief: { facts: { hasLiveSlip: true }, stops: ["cancel"], asActor: "CLERK" },
    rest_to_slip: { facts: { hasRest: false }, stops: ["start_slip", "next_slip"] },
    all_posted: { facts: { allPosted: false }, stops: ["close"] },
  },
};
