/** The requirements review's life cycle (F05, rules 5.5) as a table. */
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const REVIEW_STATUSES = [
  "DRAFT",
  "CIRCULATING",
  "PENDING_CHIEF",
  "PENDING_DIRECTOR",
  "EFFECTIVE",
  "REJECTED",
  "CANCELLED",
  "SUPERSEDED",
] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export type ReviewFacts = {
  status: ReviewStatus;
  draftedById: string;
  /** Everybody who ever drafted it: none of them concludes or approves. */
  drafterIds: readonly string[];
  concludedById: string | null;
  /** A drawing hangs on it or on its intake record (F05). */
  drawingAttached: boolean;
  /** The department of whoever looks is among those asked. */
  departmentAsked: boolean;
  /** Opinions that are still out. */
  openOpinions: number;
  /** Its last day of cover has passed. */
  isExpired: boolean;
  /** A later version is being written or signed. */
  hasOpenVersion: boolean;
};

const GUARDS = {
  own_draft: ({ draftedById }: ReviewFacts, actor: Actor) => draftedById === actor.id,
  own_draft_or_clerk: ({ draftedById }: ReviewFacts, actor: Actor) =>
    draftedById === actor.id || actor.role === "CLERK",
  own_draft_or_chief: ({ draftedById }: ReviewFacts, actor: Actor) =>
    draftedById === actor.id || can(actor, "review:conclude"),
  not_own_draft: ({ drafterIds }: ReviewFacts, actor: Actor) => !drafterIds.includes(actor.id),
  not_same_signer: ({ concludedById }: ReviewFacts, actor: Actor) => concludedById !== actor.id,
  drawing_attached: ({ drawingAttached }: ReviewFacts, _actor: Actor) => drawingAttached,
  department_asked: ({ departmentAsked }: ReviewFacts, _actor: Actor) => departmentAsked,
  opinions_complete: ({ openOpinions }: ReviewFacts, _actor: Actor) => openOpinions === 0,
  expired: ({ isExpired }: ReviewFacts, _actor: Actor) => isExpired,
  no_open_version: ({ hasOpenVersion }: ReviewFacts, _actor: Actor) => !hasOpenVersion,
};

export const reviewLifecycle = defineLifecycle({
  document: "review",
  guards: GUARDS,
  transitions: {
    edit: {
      from: ["DRAFT"],
      to: "DRAFT",
      permission: "review:draft" satisfies Permission,
      guards: ["own_draft_or_clerk"],
      clause: "R1.1.3-C1",
    },
    circulate: {
      from: ["DRAFT"],
      to: "CIRCULATING",
      permission: "review:draft" satisfies Permission,
      guards: ["own_draft", "drawing_attached"],
      clause: "R1.1.3-C2",
    },
    answer: {
      from: ["CIRCULATING"],
      to: "CIRCULATING",
      permission: "review:opine" satisfies Permission,
      guards: ["department_asked"],
      clause: "R1.1.3-C2",
    },
    opinions_in: {
      from: ["CIRCULATING"],
      to: "PENDING_CHIEF",
      permission: "system",
      guards: ["opinions_complete"],
      clause: "R1.1.3-C2",
    },
    withdraw: {
      from: ["CIRCULATING", "PENDING_CHIEF", "PENDING_DIRECTOR"],
      to: "DRAFT",
      permission: "review:draft" satisfies Permission,
      guards: ["own_draft"],
    },
    cancel: {
      from: ["DRAFT"],
      to: "CANCELLED",
      permission: "review:read" satisfies Permission,
      guards: ["own_draft_or_chief"],
    },
    conclude: {
      from: ["PENDING_CHIEF"],
      to: "PENDING_DIRECTOR",
      permission: "review:conclude" satisfies Permission,
      guards: ["not_own_draft"],
      clause: "R1.1.3-C3",
    },
    return_by_chief: {
      from: ["PENDING_CHIEF"],
      to: "DRAFT",
      permission: "review:conclude" satisfies Permission,
      guards: ["not_own_draft"],
    },
    reject_by_chief: {
      from: ["PENDING_CHIEF"],
      to: "REJECTED",
      permission: "review:conclude" satisfies Permission,
      guards: ["not_own_draft"],
    },
    approve: {
      from: ["PENDING_DIRECTOR"],
      to: "EFFECTIVE",
      permission: "review:approve" satisfies Permission,
      guards: ["not_own_draft", "not_same_signer"],
      clause: "R1.1.3-C3",
    },
    return_by_director: {
      from: ["PENDING_DIRECTOR"],
      to: "DRAFT",
      permission: "review:approve" satisfies Permission,
      guards: ["not_own_draft", "not_same_signer"],
    },
    reject_by_director: {
      from: ["PENDING_DIRECTOR"],
      to: "REJECTED",
      permission: "review:approve" satisfies Permission,
      guards: ["not_own_draft", "not_same_signer"],
    },
    start_version: {
      from: ["EFFECTIVE"],
      to: "EFFECTIVE",
      permission: "review:draft" satisfies Permission,
      guards: ["no_open_version"],
    },
    confirm_reuse: {
      from: ["EFFECTIVE"],
      to: "EFFECTIVE",
      permission: "review:confirm_reuse" satisfies Permission,
      guards: ["expired"],
    },
    supersede: {
      from: ["EFFECTIVE"],
      to: "SUPERSEDED",
      permission: "system",
      guards: [],
    },
  },
});

export type ReviewCommand = (typeof reviewLifecycle)["commands"][number];
