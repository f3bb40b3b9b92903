/** Life cycle of the walk-in pickup (F40, rules 5.11): signed and refused on its slip, with which it moves. */
import type { Actor } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const WALK_IN_STATUSES = [
  "DRAFT",
  "PENDING_DEPT_HEAD",
  "PENDING_DIRECTOR",
  "APPROVED",
  "HANDED_OVER",
  "CONTRACT_DRAFTED",
  "CONTRACT_EFFECTIVE",
  "REJECTED",
  "CANCELLED",
] as const;
export type WalkInStatus = (typeof WALK_IN_STATUSES)[number];

export type WalkInFacts = {
  status: WalkInStatus;
  preparedById: string;
  /** Who counted for the office and for the store; null before. */
  countedByClerkId: string | null;
  countedByKeeperId: string | null;
};

export const walkInLifecycle = defineLifecycle({
  document: "walk_in",
  guards: {
    own_draft: (facts: WalkInFacts, actor: Actor) => facts.preparedById === actor.id,
    not_own_draft: (facts: WalkInFacts, actor: Actor) => facts.preparedById !== actor.id,
    not_other_counter: (facts: WalkInFacts, actor: Actor) =>
      (actor.role === "WAREHOUSE_KEEPER" ? facts.countedByClerkId : facts.countedByKeeperId) !==
      actor.id,
    counted_twice: (facts: WalkInFacts, _actor: Actor) =>
      facts.countedByClerkId !== null && facts.countedByKeeperId !== null,
  },
  transitions: {
    edit: { from: ["DRAFT"], to: "DRAFT", permission: "walkin:write", guards: ["own_draft"] },
    submit: {
      from: ["DRAFT"],
      to: "PENDING_DEPT_HEAD",
      permission: "walkin:write",
      guards: ["own_draft"],
      clause: "R1.2.4-a",
    },
    sign: { from: ["PENDING_DEPT_HEAD"], to: "APPROVED", permission: "system", guards: [] },
    sign_to_director: {
      from: ["PENDING_DEPT_HEAD"],
      to: "PENDING_DIRECTOR",
      permission: "system",
      guards: [],
    },
    approve: { from: ["PENDING_DIRECTOR"], to: "APPROVED", permission: "system", guards: [] },
    back_to_director: {
      from: ["APPROVED"],
      to: "PENDING_DIRECTOR",
      permission: "system",
      guards: [],
    },
    return: {
      from: ["PENDING_DEPT_HEAD", "PENDING_DIRECTOR"],
      to: "DRAFT",
      permission: "system",
      guards: [],
    },
    reject: {
      from: ["PENDING_DEPT_HEAD", "PENDING_DIRECTOR"],
      to: "REJECTED",
      permission: "system",
      guards: [],
    },
    cancel: {
      from: ["DRAFT", "PENDING_DEPT_HEAD", "PENDING_DIRECTOR", "APPROVED"],
      to: "CANCELLED",
      permission: "system",
      guards: [],
    },
    count: {
      from: ["APPROVED"],
      to: "APPROVED",
      permission: "walkin:count",
      guards: ["not_other_counter"],
      clause: "R1.2.4-a",
    },
    hand_over: {
      from: ["APPROVED"],
      to: "HANDED_OVER",
      permission: "walkin:hand_over",
      guards: ["not_own_draft", "counted_twice"],
      clause: "R1.2.4-a",
    },
    make_contract: {
      from: ["HANDED_OVER"],
      to: "CONTRACT_DRAFTED",
      permission: "contract:draft",
      guards: [],
      clause: "R1.2.4-b",
    },
    contract_effective: {
      from: ["CONTRACT_DRAFTED"],
      to: "CONTRACT_EFFECTIVE",
      permission: "system",
      guards: [],
      clause: "R1.2.4-b",
    },
  },
});

export type WalkInCommand = keyof typeof walkInLifecycle.transitions;
