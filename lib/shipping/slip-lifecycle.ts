/** Life cycle of the outbound slip (F10, rules 5.5, 5.12). */
import type { Actor } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const SLIP_STATUSES = [
  "DRAFT",
  "PENDING_DEPT_HEAD",
  "PENDING_DIRECTOR",
  "APPROVED",
  "ISSUED",
  "PACKED",
  "SHIPPED",
  "REVERSED",
  "REJECTED",
  "CANCELLED",
] as const;
export type SlipStatus = (typeof SLIP_STATUSES)[number];

/** Before the keeper has posted: these can still be cancelled and count as open papers of the contract. */
export const UNPOSTED_SLIP_STATUSES = [
  "DRAFT",
  "PENDING_DEPT_HEAD",
  "PENDING_DIRECTOR",
  "APPROVED",
] as const;
/** What holds a quantity of its notice. */
export const LIVE_SLIP_STATUSES = [
  ...UNPOSTED_SLIP_STATUSES,
  "ISSUED",
  "PACKED",
  "SHIPPED",
] as const;

export type SlipFacts = {
  status: SlipStatus;
  preparedById: string;
  deptHeadById: string | null;
  /** V1 to V5 as checked a moment ago. */
  hasViolation: boolean;
  exceptionReason: string;
  isRed: boolean;
  /** Goods handed to a carrier or receiver: after that only a return takes them back. */
  handedOver: boolean;
  reversalRequestedById: string | null;
};

export const slipLifecycle = defineLifecycle({
  document: "outbound_slip",
  guards: {
    own_draft: (facts: SlipFacts, actor: Actor) => facts.preparedById === actor.id,
    own_draft_or_chief: (facts: SlipFacts, actor: Actor) =>
      facts.preparedById === actor.id || actor.role === "SECTION_CHIEF",
    not_own_draft: (facts: SlipFacts, actor: Actor) => facts.preparedById !== actor.id,
    not_same_signer: (facts: SlipFacts, actor: Actor) => facts.deptHeadById !== actor.id,
    exception_explained: (facts: SlipFacts, _actor: Actor) =>
      !facts.hasViolation || facts.exceptionReason.trim() !== "",
    no_violation: (facts: SlipFacts, _actor: Actor) => !facts.hasViolation,
    has_violation: (facts: SlipFacts, _actor: Actor) => facts.hasViolation,
    not_red: (facts: SlipFacts, _actor: Actor) => !facts.isRed,
    already_handed_over: (facts: SlipFacts, _actor: Actor) => !facts.handedOver,
    no_open_request: (facts: SlipFacts, _actor: Actor) => facts.reversalRequestedById === null,
    reversal_requested: (facts: SlipFacts, _actor: Actor) => facts.reversalRequestedById !== null,
    not_own_request: (facts: SlipFacts, actor: Actor) => facts.reversalRequestedById !== actor.id,
  },
  transitions: {
    edit: { from: ["DRAFT"], to: "DRAFT", permission: "slip:write", guards: ["own_draft"] },
    submit: {
      from: ["DRAFT"],
      to: "PENDING_DEPT_HEAD",
      permission: "slip:write",
      guards: ["own_draft", "exception_explained"],
      clause: "R1.2.2-a",
    },
    /** A walk-in pickup's slip goes with it, prepared by any clerk at the counter (F40). */
    submit_walk_in: {
      from: ["DRAFT"],
      to: "PENDING_DEPT_HEAD",
      permission: "walkin:write",
      guards: ["own_draft", "exception_explained"],
      clause: "R1.2.4-a",
    },
    sign: {
      from: ["PENDING_DEPT_HEAD"],
      to: "APPROVED",
      permission: "slip:sign_dept_head",
      guards: ["not_own_draft", "no_violation"],
      clause: "R1.2.2-b",
    },
    sign_to_director: {
      from: ["PENDING_DEPT_HEAD"],
      to: "PENDING_DIRECTOR",
      permission: "slip:sign_dept_head",
      guards: ["not_own_draft", "has_violation"],
      clause: "R1.3.1-e",
    },
    return_by_head: {
      from: ["PENDING_DEPT_HEAD"],
      to: "DRAFT",
      permission: "slip:sign_dept_head",
      guards: ["not_own_draft"],
    },
    reject_by_head: {
      from: ["PENDING_DEPT_HEAD"],
      to: "REJECTED",
      permission: "slip:sign_dept_head",
      guards: ["not_own_draft"],
    },
    approve: {
      from: ["PENDING_DIRECTOR"],
      to: "APPROVED",
      permission: "slip:sign_director",
      guards: ["not_own_draft", "not_same_signer"],
      clause: "R1.3.1-e",
    },
    return_by_director: {
      from: ["PENDING_DIRECTOR"],
      to: "DRAFT",
      permission: "slip:sign_director",
      guards: ["not_own_draft", "not_same_signer"],
    },
    reject_by_director: {
      from: ["PENDING_DIRECTOR"],
      to: "REJECTED",
      permission: "slip:sign_director",
      guards: ["not_own_draft", "not_same_signer"],
    },
    cancel: {
      from: ["DRAFT", "PENDING_DEPT_HEAD", "PENDING_DIRECTOR", "APPROVED"],
      to: "CANCELLED",
      permission: "slip:cancel",
      guards: ["own_draft_or_chief"],
    },
    issue: {
      from: ["APPROVED"],
      to: "ISSUED",
      permission: "slip:issue",
      guards: ["not_own_draft"],
      clause: "R1.2.2-c",
    },
    back_to_director: {
      from: ["APPROVED"],
      to: "PENDING_DIRECTOR",
      permission: "system",
      guards: ["has_violation"],
      clause: "R1.3.1-e",
    },
    pack: {
      from: ["ISSUED"],
      to: "PACKED",
      permission: "system",
      guards: ["not_red"],
      clause: "R1.2.2-f",
    },
    unpack: { from: ["PACKED"], to: "ISSUED", permission: "system", guards: [] },
    ship: {
      from: ["ISSUED", "PACKED"],
      to: "SHIPPED",
      permission: "system",
      guards: ["not_red"],
      clause: "R1.2.2-i",
    },
    request_reversal_issued: {
      from: ["ISSUED"],
      to: "ISSUED",
      permission: "slip:request_reversal",
      guards: ["not_red", "already_handed_over", "no_open_request"],
    },
    request_reversal_packed: {
      from: ["PACKED"],
      to: "PACKED",
      permission: "slip:request_reversal",
      guards: ["already_handed_over", "no_open_request"],
    },
    reverse: {
      from: ["ISSUED", "PACKED"],
      to: "REVERSED",
      permission: "slip:sign_reversal",
      guards: ["not_red", "already_handed_over", "reversal_requested", "not_own_request"],
    },
  },
});

export type SlipCommand = keyof typeof slipLifecycle.transitions;
