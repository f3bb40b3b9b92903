import { CONTRACT_STATUSES, contractLifecycle } from "@/lib/contracts/lifecycle";
import { CHIEF, CLERK, CLERK_OR_CHIEF, DIRECTOR } from "../roles";
import { as, BY_ITSELF, type Cells, type LifecycleCase } from "./case";

const CELLS: Cells = {
  submit: { from: "DRAFT", to: "PENDING_CHIEF", roles: CLERK_OR_CHIEF },
  withdraw: { from: "PENDING_CHIEF PENDING_DIRECTOR", to: "DRAFT", roles: CLERK_OR_CHIEF },
  cancel: { from: "DRAFT", to: "CANCELLED", roles: CLERK_OR_CHIEF },
  check: { from: "PENDING_CHIEF", to: "PENDING_DIRECTOR", roles: CHIEF },
  return_by_chief: { from: "PENDING_CHIEF", to: "DRAFT", roles: CHIEF },
  reject_by_chief: { from: "PENDING_CHIEF", to: "CANCELLED", roles: CHIEF },
  approve: { from: "PENDING_DIRECTOR", to: "EFFECTIVE", roles: DIRECTOR },
  return_by_director: { from: "PENDING_DIRECTOR", to: "DRAFT", roles: DIRECTOR },
  reject_by_director: { from: "PENDING_DIRECTOR", to: "CANCELLED", roles: DIRECTOR },
  execute: { from: "EFFECTIVE", to: "EXECUTING", roles: BY_ITSELF },
  void: { from: "EFFECTIVE EXECUTING", to: "VOIDED", roles: DIRECTOR },
  terminate: { from: "EFFECTIVE EXECUTING", to: "TERMINATED", roles: DIRECTOR },
  complete: { from: "EXECUTING", to: "COMPLETED", roles: CLERK },
  archive: { from: "COMPLETED", to: "ARCHIVED", roles: CLERK },
};

export const CONTRACT_FACTS = {
  form: "FORMAL",
  goodsLineCount: 1,
  termsAgreed: true,
  readBack: true,
  reviewSettled: true,
  originalAttached: true,
  draftedById: "author",
  drafterIds: ["author"],
  checkedById: "checker",
  submittedBefore: true,
  registered: true,
  signedOrWaived: true,
  deliveredAnything: false,
  openPapers: 0,
  allDelivered: true,
  goodsInHouse: 0,
  openWork: 0,
  openChange: false,
};

const BY_CHIEF = ["check", "return_by_chief", "reject_by_chief"];
const BY_DIRECTOR = ["approve", "return_by_director", "reject_by_director"];
export const CONTRACT_CASE: LifecycleCase = {
  lifecycle: as(contractLifecycle),
  statuses: CONTRACT_STATUSES,
  cells: CELLS,
  facts: CONTRACT_FACTS,
  own: { commands: ["withdraw", "cancel"], facts: (id) => ({ draftedById: id }) },
  guards: {
    has_lines: { facts: { goodsLineCount: 0 }, stops: ["submit"] },
    terms_agreed: { facts: { termsAgreed: false }, stops: ["submit"] },
    read_back: { facts: { form: "VERBAL", readBack: false }, stops: ["submit"] },
    original_attached: { facts: { originalAttached: false }, stops: ["submit"] },
    review_settled: { facts: { reviewSettled: false }, stops: ["submit", "check", "approve"] },
    own_draft: { facts: { draftedById: "somebody" }, stops: ["withdraw"] },
    not_own_draft: {
      facts: { drafterIds: ["SECTION_CHIEF", "FACTORY_DIRECTOR"] },
      stops: [...BY_CHIEF, ...BY_DIRECTOR],
    },
    not_same_signer: { facts: { checkedById: "FACTORY_DIRECTOR" }, stops: BY_DIRECTOR },
    submitted_before: { facts: { submittedBefore: false }, stops: ["cancel"] },
    registered: { facts: { registered: false }, stops: ["execute"] },
    signed_or_waived: { facts: { signedOrWaived: false }, stops: ["execute"] },
    no_open_papers: { facts: { openPapers: 1 }, stops: ["void", "terminate"] },
    nothing_delivered: { facts: { deliveredAnything: true }, stops: ["void"] },
    something_delivered: { facts: { deliveredAnything: false }, stops: ["terminate"] },
    all_delivered: { facts: { allDelivered: false }, stops: ["complete"] },
    no_papers_left: { facts: { openPapers: 1 }, stops: ["complete"] },
    goods_gone: { facts: { goodsInHouse: 1 }, stops: ["complete"] },
    no_open_work: { facts: { openWork: 1 }, stops: ["complete"] },
    goods_not_out: {
      facts: { goodsAreOut: true },
      stops: ["cancel", "reject_by_chief", "reject_by_director"],
    },
    no_open_change: { facts: { openChange: true }, stops: ["complete"] },
  },
  forCommand: { terminate: { deliveredAnything: true } },
  triedApart: ["drafting_duty", "own_draft_or_chief"],
};
