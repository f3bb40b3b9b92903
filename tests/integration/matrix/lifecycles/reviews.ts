import { REVIEW_STATUSES, reviewLifecycle } from "@/lib/reviews/lifecycle";
import {
  CHIEF,
  CLERK_OR_SALES,
  DIRECTOR,
  OPINION_GIVERS,
  REVIEW_READERS,
  TECHNICAL,
} from "../roles";
import { as, type Cells, type LifecycleCase } from "./case";

const CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: CLERK_OR_SALES },
  circulate: { from: "DRAFT", to: "CIRCULATING", roles: CLERK_OR_SALES },
  answer: { from: "CIRCULATING", to: "CIRCULATING", roles: OPINION_GIVERS },
  opinions_in: { from: "CIRCULATING", to: "PENDING_CHIEF", roles: "system" },
  withdraw: {
    from: "CIRCULATING PENDING_CHIEF PENDING_DIRECTOR",
    to: "DRAFT",
    roles: CLERK_OR_SALES,
  },
  // Whoever reads it comes to the guard, which lets the author and the chief pass.
  cancel: { from: "DRAFT", to: "CANCELLED", roles: REVIEW_READERS },
  conclude: { from: "PENDING_CHIEF", to: "PENDING_DIRECTOR", roles: CHIEF },
  return_by_chief: { from: "PENDING_CHIEF", to: "DRAFT", roles: CHIEF },
  reject_by_chief: { from: "PENDING_CHIEF", to: "REJECTED", roles: CHIEF },
  approve: { from: "PENDING_DIRECTOR", to: "EFFECTIVE", roles: DIRECTOR },
  return_by_director: { from: "PENDING_DIRECTOR", to: "DRAFT", roles: DIRECTOR },
  reject_by_director: { from: "PENDING_DIRECTOR", to: "REJECTED", roles: DIRECTOR },
  start_version: { from: "EFFECTIVE", to: "EFFECTIVE", roles: CLERK_OR_SALES },
  confirm_reuse: { from: "EFFECTIVE", to: "EFFECTIVE", roles: TECHNICAL },
  supersede: { from: "EFFECTIVE", to: "SUPERSEDED", roles: "system" },
};

const BY_CHIEF = ["conclude", "return_by_chief", "reject_by_chief"];
const BY_DIRECTOR = ["approve", "return_by_director", "reject_by_director"];
export const REVIEW_CASE: LifecycleCase = {
  lifecycle: as(reviewLifecycle),
  statuses: REVIEW_STATUSES,
  cells: CELLS,
  facts: {
    draftedById: "author",
    drafterIds: ["author"],
    concludedById: "chief",
    drawingAttached: true,
    departmentAsked: true,
    openOpinions: 0,
    isExpired: true,
    hasOpenVersion: false,
  },
  own: {
    commands: ["edit", "circulate", "withdraw", "cancel"],
    facts: (id) => ({ draftedById: id }),
  },
  guards: {
    own_draft: { facts: { draftedById: "somebody" }, stops: ["circulate", "withdraw"] },
    not_own_draft: {
      facts: { drafterIds: ["SECTION_CHIEF", "FACTORY_DIRECTOR"] },
      stops: [...BY_CHIEF, ...BY_DIRECTOR],
    },
    not_same_signer: { facts: { concludedById: "FACTORY_DIRECTOR" }, stops: BY_DIRECTOR },
    drawing_attached: { facts: { drawingAttached: false }, stops: ["circulate"] },
    department_asked: { facts: { departmentAsked: false }, stops: ["answer"] },
    opinions_complete: { facts: { openOpinions: 1 }, stops: ["opinions_in"] },
    expired: { facts: { isExpired: false }, stops: ["confirm_reuse"] },
    no_open_version: { facts: { hasOpenVersion: true }, stops: ["start_version"] },
  },
  triedApart: ["own_draft_or_clerk", "own_draft_or_chief"],
};
