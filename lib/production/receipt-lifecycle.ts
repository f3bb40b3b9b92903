/** Life cycle of the production receipt (F27): production delivers, quality inspects, the keeper takes in (R1.1.3-B3). */
import type { Actor } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const RECEIPT_STATUSES = ["PENDING_INSPECTION", "INSPECTED", "POSTED", "CANCELLED"] as const;
export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number];

/** The department whose people inspect what the workshop delivers. */
export const QUALITY_DEPARTMENT = "质检";

export type ReceiptFacts = {
  status: ReceiptStatus;
  /** Of the person who acts. */
  department: string;
  deliveredById: string;
  /** What quality let through. */
  hasAccepted: boolean;
};

export const receiptLifecycle = defineLifecycle({
  document: "inbound_slip",
  guards: {
    of_quality: (facts: ReceiptFacts, _actor: Actor) => facts.department === QUALITY_DEPARTMENT,
    own_delivery: (facts: ReceiptFacts, actor: Actor) => facts.deliveredById === actor.id,
    anything_accepted: (facts: ReceiptFacts, _actor: Actor) => facts.hasAccepted,
  },
  transitions: {
    inspect: {
      from: ["PENDING_INSPECTION"],
      to: "INSPECTED",
      permission: "inbound:inspect",
      guards: ["of_quality"],
    },
    receive: {
      from: ["INSPECTED"],
      to: "POSTED",
      permission: "inbound:post",
      guards: ["anything_accepted"],
      clause: "RD2-02",
    },
    take_back: {
      from: ["PENDING_INSPECTION", "INSPECTED"],
      to: "CANCELLED",
      permission: "inbound:deliver",
      guards: ["own_delivery"],
    },
    send_back: {
      from: ["INSPECTED"],
      to: "CANCELLED",
      permission: "inbound:post",
      guards: [],
    },
  },
});

export type ReceiptCommand = keyof typeof receiptLifecycle.transitions;
