/** Life cycle of the shipping notice (F09, rules 5.4, 5.5, 5.9). */
import type { Actor } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const NOTICE_STATUSES = [
  "DRAFT",
  "AWAITING_FUNDS",
  "ISSUED",
  "ACKNOWLEDGED",
  "CLOSED",
  "CANCELLED",
] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

export type NoticeFacts = {
  status: NoticeStatus;
  /** A slip that is neither rejected, cancelled nor reversed. */
  hasLiveSlip: boolean;
  hasPosted: boolean;
  /** Quantity on the notice that stands on no slip. */
  hasRest: boolean;
  allPosted: boolean;
};

export const noticeLifecycle = defineLifecycle({
  document: "shipping_notice",
  guards: {
    nothing_posted: (facts: NoticeFacts, _actor: Actor) => !facts.hasPosted,
    no_slip_or_chief: (facts: NoticeFacts, actor: Actor) =>
      !facts.hasLiveSlip || actor.role === "SECTION_CHIEF",
    rest_to_slip: (facts: NoticeFacts, _actor: Actor) => facts.hasRest,
    all_posted: (facts: NoticeFacts, _actor: Actor) => facts.allPosted,
  },
  transitions: {
    edit: {
      from: ["DRAFT"],
      to: "DRAFT",
      permission: "notice:write",
      guards: [],
      clause: "R1.2.1-c",
    },
    issue: {
      from: ["DRAFT"],
      to: "ISSUED",
      permission: "notice:write",
      guards: [],
      clause: "R1.2.1-b",
    },
    wait_for_funds: {
      from: ["DRAFT"],
      to: "AWAITING_FUNDS",
      permission: "notice:write",
      guards: [],
      clause: "R1.3.1-P1",
    },
    lower: {
      from: ["AWAITING_FUNDS"],
      to: "AWAITING_FUNDS",
      permission: "notice:write",
      guards: [],
    },
    try_again: { from: ["AWAITING_FUNDS"], to: "ISSUED", permission: "notice:write", guards: [] },
    free: {
      from: ["AWAITING_FUNDS"],
      to: "ISSUED",
      permission: "system",
      guards: [],
      clause: "R1.3.1-P1",
    },
    start_slip: {
      from: ["ISSUED"],
      to: "ACKNOWLEDGED",
      permission: "slip:write",
      guards: ["rest_to_slip"],
      clause: "R1.2.2-a",
    },
    next_slip: {
      from: ["ACKNOWLEDGED"],
      to: "ACKNOWLEDGED",
      permission: "slip:write",
      guards: ["rest_to_slip"],
      clause: "R1.2.2-a",
    },
    close: { from: ["ACKNOWLEDGED"], to: "CLOSED", permission: "system", guards: ["all_posted"] },
    reopen: { from: ["CLOSED"], to: "ACKNOWLEDGED", permission: "system", guards: [] },
    cancel: {
      from: ["DRAFT", "AWAITING_FUNDS", "ISSUED", "ACKNOWLEDGED"],
      to: "CANCELLED",
      permission: "notice:cancel",
      guards: ["nothing_posted", "no_slip_or_chief"],
    },
  },
});

export type NoticeCommand = keyof typeof noticeLifecycle.transitions;
