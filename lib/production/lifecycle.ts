/** Life cycle of the production task notice (F06, rules 5.5): the chief signs, production accepts, receipts finish it. */
import type { Actor } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const TASK_STATUSES = [
  "DRAFT",
  "PENDING_CHIEF",
  "ISSUED",
  "ACCEPTED",
  "DONE",
  "REJECTED",
  "CANCELLED",
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export type TaskFacts = {
  status: TaskStatus;
  preparedById: string;
  lineCount: number;
  /** Who in production was asked, when, and what was promised (R1.1.3-B1). */
  priorRecorded: boolean;
};

export const taskLifecycle = defineLifecycle({
  document: "production_task",
  guards: {
    own_draft: (facts: TaskFacts, actor: Actor) => facts.preparedById === actor.id,
    own_draft_or_chief: (facts: TaskFacts, actor: Actor) =>
      facts.preparedById === actor.id || actor.role === "SECTION_CHIEF",
    not_own_draft: (facts: TaskFacts, actor: Actor) => facts.preparedById !== actor.id,
    has_lines: (facts: TaskFacts, _actor: Actor) => facts.lineCount > 0,
    prior_recorded: (facts: TaskFacts, _actor: Actor) => facts.priorRecorded,
  },
  transitions: {
    edit: { from: ["DRAFT"], to: "DRAFT", permission: "production:draft", guards: ["own_draft"] },
    submit: {
      from: ["DRAFT"],
      to: "PENDING_CHIEF",
      permission: "production:draft",
      guards: ["own_draft", "has_lines", "prior_recorded"],
      clause: "R1.1.3-B1",
    },
    withdraw: {
      from: ["PENDING_CHIEF"],
      to: "DRAFT",
      permission: "production:draft",
      guards: ["own_draft"],
    },
    sign: {
      from: ["PENDING_CHIEF"],
      to: "ISSUED",
      permission: "production:sign",
      guards: ["not_own_draft"],
      clause: "R1.1.3-B1",
    },
    return: {
      from: ["PENDING_CHIEF"],
      to: "DRAFT",
      permission: "production:sign",
      guards: ["not_own_draft"],
    },
    reject: {
      from: ["PENDING_CHIEF"],
      to: "REJECTED",
      permission: "production:sign",
      guards: ["not_own_draft"],
    },
    accept: {
      from: ["ISSUED"],
      to: "ACCEPTED",
      permission: "production:accept",
      guards: [],
      clause: "R1.1.3-B2",
    },
    change_issued: { from: ["ISSUED"], to: "ISSUED", permission: "production:sign", guards: [] },
    change_accepted: {
      from: ["ACCEPTED"],
      to: "ACCEPTED",
      permission: "production:sign",
      guards: [],
    },
    cancel: {
      from: ["DRAFT", "PENDING_CHIEF", "ISSUED", "ACCEPTED"],
      to: "CANCELLED",
      permission: "production:cancel",
      guards: ["own_draft_or_chief"],
    },
    end_with_contract: {
      from: ["DRAFT", "PENDING_CHIEF", "ISSUED", "ACCEPTED"],
      to: "CANCELLED",
      permission: "system",
      guards: [],
    },
    finish: {
      from: ["ACCEPTED"],
      to: "DONE",
      permission: "system",
      guards: [],
      clause: "R1.1.3-B3",
    },
  },
});

export type TaskCommand = keyof typeof taskLifecycle.transitions;
