/** The contract's life cycle (rules 5.1): both forms, one table. */
import { type Actor, can } from "@/lib/auth/permissions";
import { defineLifecycle } from "@/lib/core/lifecycle";

export const CONTRACT_STATUSES = [
  "DRAFT",
  "PENDING_CHIEF",
  "PENDING_DIRECTOR",
  "EFFECTIVE",
  "EXECUTING",
  "COMPLETED",
  "ARCHIVED",
  "VOIDED",
  "TERMINATED",
  "CANCELLED",
] as const;
export type ContractStatus = (typeof CONTRACT_STATUSES)[number];

/** Everything a guard may look at; built once per decision from one transaction. */
export type ContractFacts = {
  status: ContractStatus;
  form: "FORMAL" | "VERBAL";
  goodsLineCount: number;
  /** Price, delivery and payment each agreed, with a name and a date (R1.1.2-b). */
  termsAgreed: boolean;
  /** A verbal order was read back to the caller (Q05). */
  readBack: boolean;
  /** No non-standard line, or its requirements review is concluded (R1.1.3-C1). */
  reviewSettled: boolean;
  /** A fax or mail order has its original attached (F01). */
  originalAttached: boolean;
  draftedById: string;
  /** Everybody who ever drafted it. */
  drafterIds: readonly string[];
  checkedById: string | null;
  submittedBefore: boolean;
  registered: boolean;
  /** Verbal, signed by the customer, or waived by the director (R1.2.1-a). */
  signedOrWaived: boolean;
  deliveredAnything: boolean;
  openPapers: number;
  /** Every goods line is delivered but for what was short closed (rules 5.1, Q29). */
  allDelivered: boolean;
  /** Issued slips whose goods have not left the house. */
  goodsInHouse: number;
  /** Production notices and preparation orders that are not finished. */
  openWork: number;
  /** A change or a short close waits for a decision. */
  openChange: boolean;
  /** Goods left with a walk-in pickup before this contract was made (rules 5.11). */
  goodsAreOut?: boolean;
};

export const contractLifecycle = defineLifecycle({
  document: "contract",
  guards: {
    has_lines: (facts: ContractFacts, _actor: Actor) => facts.goodsLineCount > 0,
    terms_agreed: (facts: ContractFacts, _actor: Actor) => facts.termsAgreed,
    read_back: (facts: ContractFacts, _actor: Actor) => facts.form === "FORMAL" || facts.readBack,
    original_attached: (facts: ContractFacts, _actor: Actor) => facts.originalAttached,
    review_settled: (facts: ContractFacts, _actor: Actor) => facts.reviewSettled,
    drafting_duty: (facts: ContractFacts, actor: Actor) =>
      facts.form === "VERBAL" || can(actor, "contract:submit_formal"),
    own_draft: (facts: ContractFacts, actor: Actor) => facts.draftedById === actor.id,
    own_draft_or_chief: (facts: ContractFacts, actor: Actor) =>
      facts.draftedById === actor.id || can(actor, "contract:check"),
    not_own_draft: (facts: ContractFacts, actor: Actor) => !facts.drafterIds.includes(actor.id),
    not_same_signer: (facts: ContractFacts, actor: Actor) => facts.checkedById !== actor.id,
    submitted_before: (facts: ContractFacts, _actor: Actor) => facts.submittedBefore,

    registered: (facts: ContractFacts, _actor: Actor) => facts.registered,
    signed_or_waived: (facts: ContractFacts, _actor: Actor) => facts.signedOrWaived,
    no_open_papers: (facts: ContractFacts, _actor: Actor) => facts.openPapers === 0,
    nothing_delivered: (facts: ContractFacts, _actor: Actor) => !facts.deliveredAnything,
    something_delivered: (facts: ContractFacts, _actor: Actor) => facts.deliveredAnything,
    // Invoiced as agreed and paid are asked here as well once invoices are in the system.
    all_delivered: (facts: ContractFacts, _actor: Actor) => facts.allDelivered,
    no_papers_left: (facts: ContractFacts, _actor: Actor) => facts.openPapers === 0,
    goods_gone: (facts: ContractFacts, _actor: Actor) => facts.goodsInHouse === 0,
    no_open_work: (facts: ContractFacts, _actor: Actor) => facts.openWork === 0,
    // Returned and corrected it may be, but goods that are out come back by a return only.
    goods_not_out: (facts: ContractFacts, _actor: Actor) => facts.goodsAreOut !== true,
    no_open_change: (facts: ContractFacts, _actor: Actor) => !facts.openChange,
  },
  transitions: {
    submit: {
      from: ["DRAFT"],
      to: "PENDING_CHIEF",
      permission: "contract:draft",
      guards: [
        "has_lines",
        "terms_agreed",
        "read_back",
        "drafting_duty",
        "original_attached",
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
      guards: ["own_draft_or_chief", "submitted_before", "goods_not_out"],
    },
    check: {
      from: ["PENDING_CHIEF"],
      to: "PENDING_DIRECTOR",
      permission: "contract:check",
      guards: ["not_own_draft", "review_settled"],
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
      guards: ["not_own_draft", "goods_not_out"],
    },
    approve: {
      from: ["PENDING_DIRECTOR"],
      to: "EFFECTIVE",
      permission: "contract:approve",
      guards: ["not_own_draft", "not_same_signer", "review_settled"],
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
      guards: ["not_own_draft", "not_same_signer", "goods_not_out"],
    },
    execute: {
      from: ["EFFECTIVE"],
      to: "EXECUTING",
      permission: "system",
      guards: ["registered", "signed_or_waived"],
      clause: "R1.2.1-a",
    },
    void: {
      from: ["EFFECTIVE", "EXECUTING"],
      to: "VOIDED",
      permission: "contract:decide_end",
      guards: ["no_open_papers", "nothing_delivered"],
    },
    terminate: {
      from: ["EFFECTIVE", "EXECUTING"],
      to: "TERMINATED",
      permission: "contract:decide_end",
      guards: ["no_open_papers", "something_delivered"],
    },
    complete: {
      from: ["EXECUTING"],
      to: "COMPLETED",
      permission: "contract:complete",
      guards: ["all_delivered", "no_papers_left", "goods_gone", "no_open_work", "no_open_change"],
    },
    archive: {
      from: ["COMPLETED"],
      to: "ARCHIVED",
      permission: "contract:archive",
      guards: [],
      clause: "RD1-02",
    },
  },
});

export type ContractCommand = keyof typeof contractLifecycle.transitions;
