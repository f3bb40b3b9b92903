import { REVISION_STATUSES, revisionLifecycle } from "@/lib/changes/lifecycle";
import { CHIEF, CLERK_OR_CHIEF, DIRECTOR } from "../roles";
import { as, BY_ITSELF, type Cells, type LifecycleCase } from "./case";

const PENDING = "PENDING_CHIEF PENDING_DIRECTOR";
const CELLS: Cells = {
  submit: { from: "DRAFT", to: "PENDING_CHIEF", roles: CLERK_OR_CHIEF },
  withdraw: { from: PENDING, to: "DRAFT", roles: CLERK_OR_CHIEF },
  cancel: { from: "DRAFT", to: "CANCELLED", roles: CLERK_OR_CHIEF },
  check: { from: "PENDING_CHIEF", to: "PENDING_DIRECTOR", roles: CHIEF },
  return_by_chief: { from: "PENDING_CHIEF", to: "DRAFT", roles: CHIEF },
  reject_by_chief: { from: "PENDING_CHIEF", to: "CANCELLED", roles: CHIEF },
  approve: { from: "PENDING_DIRECTOR", to: "EFFECTIVE", roles: DIRECTOR },
  return_by_director: { from: "PENDING_DIRECTOR", to: "DRAFT", roles: DIRECTOR },
  reject_by_director: { from: "PENDING_DIRECTOR", to: "CANCELLED", roles: DIRECTOR },
  supersede: { from: "EFFECTIVE", to: "SUPERSEDED", roles: BY_ITSELF },
  drop: { from: `DRAFT ${PENDING}`, to: "CANCELLED", roles: BY_ITSELF },
};

const BY_CHIEF = ["check", "return_by_chief", "reject_by_chief"];
const BY_DIRECTOR = ["approve", "return_by_director", "reject_by_director"];

export const REVISION_CASE: LifecycleCase = {
  lifecycle: as(revisionLifecycle),
  statuses: REVISION_STATUSES,
  cells: CELLS,
  facts: {
    form: "FORMAL",
    contractRuns: true,
    changesSomething: true,
    goodsLineCount: 1,
    termsAgreed: true,
    readBack: true,
    reviewSettled: true,
    draftedById: "author",
    drafterIds: ["author"],
    checkedById: "checker",
  },
  own: { commands: ["withdraw", "cancel"], facts: (id) => ({ draftedById: id }) },
  guards: {
    contract_runs: { facts: { contractRuns: false }, stops: ["submit", "check", "approve"] },
    changes_something: { facts: { changesSomething: false }, stops: ["submit"] },
    has_lines: { facts: { goodsLineCount: 0 }, stops: ["submit"] },
    terms_agreed: { facts: { termsAgreed: false }, stops: ["submit"] },
    read_back: { facts: { form: "VERBAL", readBack: false }, stops: ["submit"] },
    review_settled: { facts: { reviewSettled: false }, stops: ["submit"] },
    own_draft: { facts: { draftedById: "somebody" }, stops: ["withdraw"] },
    not_own_draft: {
      facts: { drafterIds: ["SECTION_CHIEF", "FACTORY_DIRECTOR"] },
      stops: [...BY_CHIEF, ...BY_DIRECTOR],
    },
    not_same_signer: { facts: { checkedById: "FACTORY_DIRECTOR" }, stops: BY_DIRECTOR },
  },
  triedApart: ["drafting_duty", "own_draft_or_chief"],
};
