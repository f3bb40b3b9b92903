import { SLIP_STATUSES, slipLifecycle } from "@/lib/shipping/slip-lifecycle";
import { CHIEF, CLERK, CLERK_OR_CHIEF, DIRECTOR, KEEPER } from "../roles";
import { as, BY_ITSELF, type Cells, type LifecycleCase } from "./case";

const CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: CLERK },
  submit: { from: "DRAFT", to: "PENDING_DEPT_HEAD", roles: CLERK },
  submit_walk_in: { from: "DRAFT", to: "PENDING_DEPT_HEAD", roles: CLERK },
  sign: { from: "PENDING_DEPT_HEAD", to: "APPROVED", roles: CHIEF },
  sign_to_director: { from: "PENDING_DEPT_HEAD", to: "PENDING_DIRECTOR", roles: CHIEF },
  return_by_head: { from: "PENDING_DEPT_HEAD", to: "DRAFT", roles: CHIEF },
  reject_by_head: { from: "PENDING_DEPT_HEAD", to: "REJECTED", roles: CHIEF },
  approve: { from: "PENDING_DIRECTOR", to: "APPROVED", roles: DIRECTOR },
  return_by_director: { from: "PENDING_DIRECTOR", to: "DRAFT", roles: DIRECTOR },
  reject_by_director: { from: "PENDING_DIRECTOR", to: "REJECTED", roles: DIRECTOR },
  cancel: {
    from: "DRAFT PENDING_DEPT_HEAD PENDING_DIRECTOR APPROVED",
    to: "CANCELLED",
    roles: CLERK_OR_CHIEF,
  },
  issue: { from: "APPROVED", to: "ISSUED", roles: KEEPER },
  back_to_director: { from: "APPROVED", to: "PENDING_DIRECTOR", roles: BY_ITSELF },
  pack: { from: "ISSUED", to: "PACKED", roles: BY_ITSELF },
  unpack: { from: "PACKED", to: "ISSUED", roles: BY_ITSELF },
  ship: { from: "ISSUED PACKED", to: "SHIPPED", roles: BY_ITSELF },
  request_reversal_issued: { from: "ISSUED", to: "ISSUED", roles: KEEPER },
  request_reversal_packed: { from: "PACKED", to: "PACKED", roles: KEEPER },
  reverse: { from: "ISSUED PACKED", to: "REVERSED", roles: CHIEF },
};

const BY_DIRECTOR = ["approve", "return_by_director", "reject_by_director"];
export const SLIP_CASE: LifecycleCase = {
  lifecycle: as(slipLifecycle),
  statuses: SLIP_STATUSES,
  cells: CELLS,
  facts: {
    preparedById: "author",
    deptHeadById: "head",
    hasViolation: false,
    exceptionReason: "客户停机待料",
    isRed: false,
    handedOver: false,
    reversalRequestedById: null,
  },
  own: {
    commands: ["edit", "submit", "submit_walk_in", "cancel"],
    facts: (id) => ({ preparedById: id }),
  },
  guards: {
    own_draft: { facts: { preparedById: "somebody" }, stops: ["edit", "submit", "submit_walk_in"] },
    not_own_draft: {
      facts: { preparedById: "WAREHOUSE_KEEPER" },
      stops: ["issue"],
      asActor: "WAREHOUSE_KEEPER",
    },
    not_same_signer: { facts: { deptHeadById: "FACTORY_DIRECTOR" }, stops: BY_DIRECTOR },
    exception_explained: {
      facts: { hasViolation: true, exceptionReason: " " },
      stops: ["submit", "submit_walk_in"],
    },
    no_violation: { facts: { hasViolation: true }, stops: ["sign"] },
    not_red: {
      facts: { isRed: true, reversalRequestedById: "keeper" },
      stops: ["pack", "ship", "request_reversal_issued", "reverse"],
    },
    already_handed_over: {
      facts: { handedOver: true },
      stops: ["request_reversal_issued", "request_reversal_packed", "reverse"],
    },
    no_open_request: {
      facts: { reversalRequestedById: "keeper" },
      stops: ["request_reversal_issued", "request_reversal_packed"],
    },
    reversal_requested: { facts: { reversalRequestedById: null }, stops: ["reverse"] },
    not_own_request: {
      facts: { reversalRequestedById: "SECTION_CHIEF" },
      stops: ["reverse"],
      asActor: "SECTION_CHIEF",
    },
  },
  forCommand: {
    sign_to_director: { hasViolation: true },
    back_to_director: { hasViolation: true },
    reverse: { reversalRequestedById: "keeper" },
  },
  triedApart: ["has_violation", "own_draft_or_chief"],
};
