import { TERM_CHANGE_STATUSES, termChangeLifecycle } from "@/lib/credit/lifecycle";
import { CHIEF, CLERK, DIRECTOR } from "../roles";
import { as, type Cells, type LifecycleCase } from "./case";

const CELLS: Cells = {
  submit: { from: "DRAFT", to: "PENDING_CHIEF", roles: CLERK },
  withdraw: { from: "PENDING_CHIEF PENDING_DIRECTOR", to: "DRAFT", roles: CLERK },
  cancel: {
    from: "DRAFT",
    to: "CANCELLED",
    // Whoever reads it comes to the guard, which lets the author and the chief pass.
    roles: ["CLERK", "SECTION_CHIEF", "FACTORY_DIRECTOR", "FINANCE"],
  },
  check: { from: "PENDING_CHIEF", to: "PENDING_DIRECTOR", roles: CHIEF },
  return_by_chief: { from: "PENDING_CHIEF", to: "DRAFT", roles: CHIEF },
  reject_by_chief: { from: "PENDING_CHIEF", to: "REJECTED", roles: CHIEF },
  approve: { from: "PENDING_DIRECTOR", to: "EFFECTIVE", roles: DIRECTOR },
  return_by_director: { from: "PENDING_DIRECTOR", to: "DRAFT", roles: DIRECTOR },
  reject_by_director: { from: "PENDING_DIRECTOR", to: "REJECTED", roles: DIRECTOR },
};

const BY_CHIEF = ["check", "return_by_chief", "reject_by_chief"];
const BY_DIRECTOR = ["approve", "return_by_director", "reject_by_director"];
export const TERM_CASE: LifecycleCase = {
  lifecycle: as(termChangeLifecycle),
  statuses: TERM_CHANGE_STATUSES,
  cells: CELLS,
  facts: { draftedById: "author", checkedById: "checker", submittedBefore: true },
  own: { commands: ["submit", "withdraw", "cancel"], facts: (id) => ({ draftedById: id }) },
  guards: {
    own_draft: { facts: { draftedById: "somebody" }, stops: ["submit", "withdraw"] },
    not_own_draft: {
      facts: { draftedById: "SECTION_CHIEF" },
      stops: BY_CHIEF,
      asActor: "SECTION_CHIEF",
    },
    not_same_signer: { facts: { checkedById: "FACTORY_DIRECTOR" }, stops: BY_DIRECTOR },
  },
  triedApart: ["own_draft_or_chief"],
};
