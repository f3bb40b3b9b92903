/** The settlement-term change F20 as a table: from, to, permission, guards (R1.3.1-a, rules 5.5). */
import { type Actor, can, canSign, type Permission } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const TERM_CHANGE_STATUSES = [
  "DRAFT",
  "PENDING_CHIEF",
  "PENDING_DIRECTOR",
  "EFFECTIVE",
  "REJECTED",
  "CANCELLED",
] as const;
export type TermChangeStatus = (typeof TERM_CHANGE_STATUSES)[number];

export type TermChangeFacts = {
  status: TermChangeStatus;
  draftedById: string;
  /** Who checked this revision; null before. */
  checkedById: string | null;
  submittedBefore: boolean;
};

const GUARDS = {
  own_draft: ({ draftedById }: TermChangeFacts, actor: Actor) => draftedById === actor.id,
  own_draft_or_chief: ({ draftedById }: TermChangeFacts, actor: Actor) =>
    draftedById === actor.id || can(actor, "terms:check"),
  not_own_draft: ({ draftedById }: TermChangeFacts, actor: Actor) => draftedById !== actor.id,
  not_same_signer: ({ checkedById }: TermChangeFacts, actor: Actor) => checkedById !== actor.id,
};

export const termChangeLifecycle = defineLifecycle({
  document: "term_change",
  guards: GUARDS,
  transitions: {
    submit: {
      from: ["DRAFT"],
      to: "PENDING_CHIEF",
      permission: "terms:apply" satisfies Permission,
      guards: ["own_draft"],
      clause: "1.3.1",
    },
    withdraw: {
      from: ["PENDING_CHIEF", "PENDING_DIRECTOR"],
      to: "DRAFT",
      permission: "terms:apply" satisfies Permission,
      guards: ["own_draft"],
    },
    cancel: {
      from: ["DRAFT"],
      to: "CANCELLED",
      permission: "terms:read" satisfies Permission,
      guards: ["own_draft_or_chief"],
    },
    check: {
      from: ["PENDING_CHIEF"],
      to: "PENDING_DIRECTOR",
      permission: "terms:check" satisfies Permission,
      guards: ["not_own_draft"],
      clause: "1.3.1",
    },
    return_by_chief: {
      from: ["PENDING_CHIEF"],
      to: "DRAFT",
      permission: "terms:check" satisfies Permission,
      guards: ["not_own_draft"],
    },
    reject_by_chief: {
      from: ["PENDING_CHIEF"],
      to: "REJECTED",
      permission: "terms:check" satisfies Permission,
      guards: ["not_own_draft"],
    },
    approve: {
      from: ["PENDING_DIRECTOR"],
      to: "EFFECTIVE",
      permission: "terms:approve" satisfies Permission,
      guards: ["not_own_draft", "not_same_signer"],
      clause: "1.3.1",
    },
    return_by_director: {
      from: ["PENDING_DIRECTOR"],
      to: "DRAFT",
      permission: "terms:approve" satisfies Permission,
      guards: ["not_own_draft", "not_same_signer"],
    },
    reject_by_director: {
      from: ["PENDING_DIRECTOR"],
      to: "REJECTED",
      permission: "terms:approve" satisfies Permission,
      guards: ["not_own_draft", "not_same_signer"],
    },
  },
});

export type TermChangeCommand = (typeof termChangeLifecycle)["commands"][number];

/** The buttons that this person gets on this document. */
export function availableTermCommands(facts: TermChangeFacts, actor: Actor): TermChangeCommand[] {
  return termChangeLifecycle.available(
    facts,
    actor,
    canSign({ kind: "term_change", amount: null }),
  );
}
