/** Life cycle of the inbound slip (F27): drafted and posted by the keeper; a posted one is never edited. */
import { defineLifecycle } from "@/lib/core/lifecycle";

/** The two in the middle are passed by production receipts only, which have a table of their own. */
export type InboundStatus =
  | "DRAFT"
  | "PENDING_INSPECTION"
  | "INSPECTED"
  | "POSTED"
  | "CANCELLED"
  | "REVERSED";

export type InboundFacts = { status: InboundStatus; lineCount: number };

export const inboundLifecycle = defineLifecycle({
  document: "inbound_slip",
  guards: {
    no_lines: (facts: InboundFacts, _actor: unknown) => facts.lineCount > 0,
  },
  transitions: {
    edit: { from: ["DRAFT"], to: "DRAFT", permission: "inbound:post", guards: [] },
    post: { from: ["DRAFT"], to: "POSTED", permission: "inbound:post", guards: ["no_lines"] },
    cancel: { from: ["DRAFT"], to: "CANCELLED", permission: "inbound:post", guards: [] },
  },
});
