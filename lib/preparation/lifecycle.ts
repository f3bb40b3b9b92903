/** Life cycle of the stock preparation order (F08, rules 5.5, 5.6, 5.9). */
import type { Actor } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const PREPARATION_STATUSES = [
  "DRAFT",
  "PENDING_CHIEF",
  "ISSUED",
  "PREPARING",
  "PREPARED",
  "CONSUMED",
  "REJECTED",
  "CANCELLED",
] as const;
export type PreparationStatus = (typeof PREPARATION_STATUSES)[number];

export type PreparationFacts = {
  status: PreparationStatus;
  lineCount: number;
  preparedById: string;
  /** Some of its goods stand on a shipping notice or have left. */
  onNotice: boolean;
  /** Everything that was prepared has left on posted slips. */
  allLeft: boolean;
};

export const preparationLifecycle = defineLifecycle({
  document: "preparation_order",
  guards: {
    has_lines: (facts: PreparationFacts, _actor: Actor) => facts.lineCount > 0,
    not_own_draft: (facts: PreparationFacts, actor: Actor) => facts.preparedById !== actor.id,
    nothing_on_notice: (facts: PreparationFacts, _actor: Actor) => !facts.onNotice,
    all_left: (facts: PreparationFacts, _actor: Actor) => facts.allLeft,
    not_all_left: (facts: PreparationFacts, _actor: Actor) => !facts.allLeft,
  },
  transitions: {
    edit: { from: ["DRAFT"], to: "DRAFT", permission: "preparation:write", guards: [] },
    submit: {
      from: ["DRAFT"],
      to: "PENDING_CHIEF",
      permission: "preparation:write",
      guards: ["has_lines"],
      clause: "R1.1.3-P",
    },
    /** Together with the notice that it was sent with (rules 5.6). */
    withdraw: {
      from: ["PENDING_CHIEF"],
      to: "DRAFT",
      permission: "preparation:write",
      guards: [],
    },
    sign: {
      from: ["PENDING_CHIEF"],
      to: "ISSUED",
      permission: "preparation:sign",
      guards: ["not_own_draft"],
      clause: "R1.1.3-P",
    },
    return: {
      from: ["PENDING_CHIEF"],
      to: "DRAFT",
      permission: "preparation:sign",
      guards: ["not_own_draft"],
    },
    reject: {
      from: ["PENDING_CHIEF"],
      to: "REJECTED",
      permission: "preparation:sign",
      guards: ["not_own_draft"],
    },
    receive: { from: ["ISSUED"], to: "PREPARING", permission: "preparation:execute", guards: [] },
    finish: {
      from: ["PREPARING"],
      to: "PREPARED",
      permission: "preparation:execute",
      guards: [],
      clause: "R1.1.3-P",
    },
    consume: { from: ["PREPARED"], to: "CONSUMED", permission: "system", guards: ["all_left"] },
    reopen: { from: ["CONSUMED"], to: "PREPARED", permission: "system", guards: ["not_all_left"] },
    cancel: {
      from: ["DRAFT", "PENDING_CHIEF", "ISSUED", "PREPARING", "PREPARED"],
      to: "CANCELLED",
      permission: "preparation:cancel",
      guards: ["nothing_on_notice"],
    },
    end_with_contract: {
      from: ["DRAFT", "PENDING_CHIEF", "ISSUED", "PREPARING", "PREPARED"],
      to: "CANCELLED",
      permission: "system",
      guards: [],
    },
  },
});

export type PreparationCommand = keyof typeof preparationLifecycle.transitions;
