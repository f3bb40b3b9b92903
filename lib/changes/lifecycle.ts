/** The life cycle of a contract's change (rules 5.1): the same acts and signatures as the contract's own. */
import { type Actor, can } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const REVISION_STATUSES = [
  "DRAFT",
  "PENDING_CHIEF",
  "PENDING_DIRECTOR",
  "EFFECTIVE",
  "CANCELLED",
  "SUPERSEDED",
] as const;
export type RevisionStatus = (typeof REVISION_STATUSES)[number];

/** Everything a guard may look at; built once per decision from one transaction. */
export type RevisionFacts = {
  status: RevisionStatus;
  form: "FORMAL" | "VERBAL";
  /** The contract is EFFECTIVE or EXECUTING. */
  contractRuns: boolean;
  /** Something of what is signed would be different. */
  changesSomething: boolean;
  goodsLineCount: number;
  /** Price, delivery and payment agreed anew, with a name and a date (R1.1.2-b). */
  termsAgreed: boolean;
  readBack: boolean;
  reviewSettled: boolean;
  draftedById: string;
  drafterIds: readonly string[];
  checkedById: string | null;
};

export const revisionLifecycle = defineLifecycle({
  document: "contract_revision",
  guards: {
    contract_runs: (facts: RevisionFacts, _actor: Actor) => facts.contractRuns,
    changes_something: (facts: RevisionFacts, _actor: Actor) => facts.changesSomething,
    has_lines: (facts: RevisionFacts, _actor: Actor) => facts.goodsLineCount > 0,
    terms_agreed: (facts: RevisionFacts, _actor: Actor) => facts.termsAgreed,
    read_back: (facts: RevisionFacts, _actor: Actor) => facts.form === "FORMAL" || facts.readBack,
    review_settled: (facts: RevisionFacts, _actor: Actor) => facts.reviewSettled,
    drafting_duty: (facts: RevisionFacts, actor: Actor) =>
      facts.form === "VERBAL" || can(actor, "contract:submit_formal"),
    own_draft: (facts: RevisionFacts, actor: Actor) => facts.draftedById === actor.id,
    own_draft_or_chief: (facts: RevisionFacts, actor: Actor) =>
      facts.draftedById === actor.id || can(actor, "contract:check"),
    not_own_draft: (facts: RevisionFacts, actor: Actor) => !facts.drafterIds.includes(actor.id),
    not_same_signer: (facts: RevisionFacts, actor: Actor) => facts.checkedById !== actor.id,
  },
  transitions: {
    submit: {
      from: ["DRAFT"],
      to: "PENDING_CHIEF",
      permission: "contract:draft",
      guards: [
        "contract_runs",
        "changes_something",
        "has_lines",
        "terms_agreed",
        "read_back",
        "drafting_duty",
        "review_settled",
      ],
      clause: "R1.1.2-b",
    },
    withdraw: {
      from: ["PENDING_CHIEF", "PENDING_DIRECTOR"],
      to: "DRAFT",
      permission: "contract:draft",
      guards: ["own_draft"],
    },
    cancel: {
      from: ["DRAFT"],
      to: "CANCELLED",
      permission: "contract:draft",
      guards: ["own_draft_or_chief"],
    },
    check: {
      from: ["PENDING_CHIEF"],
      to: "PENDING_DIRECTOR",
      permission: "contract:check",
      guards: ["not_own_draft", "contract_runs"],
      clause: "R1.1.4-a",
    },
    return_by_chief: {
      from: ["PENDING_CHIEF"],
      to: "DRAFT",
      permission: "contract:check",
      guards: ["not_own_draft"],
    },
    reject_by_chief: {
      from: ["PENDING_CHIEF"],
      to: "CANCELLED",
      permission: "contract:check",
      guards: ["not_own_draft"],
    },
    approve: {
      from: ["PENDING_DIRECTOR"],
      to: "EFFECTIVE",
      permission: "contract:approve",
      guards: ["not_own_draft", "not_same_signer", "contract_runs"],
      clause: "R1.1.4-b",
    },
    return_by_director: {
      from: ["PENDING_DIRECTOR"],
      to: "DRAFT",
      permission: "contract:approve",
      guards: ["not_own_draft", "not_same_signer"],
    },
    reject_by_director: {
      from: ["PENDING_DIRECTOR"],
      to: "CANCELLED",
      permission: "contract:approve",
      guards: ["not_own_draft", "not_same_signer"],
    },
    /** The next change took effect. */
    supersede: { from: ["EFFECTIVE"], to: "SUPERSEDED", permission: "system", guards: [] },
    /** The contract was voided or terminated meanwhile. */
    drop: {
      from: ["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR"],
      to: "CANCELLED",
      permission: "system",
      guards: [],
    },
  },
});

export type RevisionCommand = keyof typeof revisionLifecycle.transitions;
