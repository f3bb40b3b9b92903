import { WALK_IN_STATUSES, walkInLifecycle } from "@/lib/walkin/lifecycle";
import { CLERK, CLERK_OR_CHIEF, CLERK_OR_KEEPER, KEEPER } from "../roles";
import { as, BY_ITSELF, type Cells, type LifecycleCase } from "./case";

const CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: CLERK },
  submit: { from: "DRAFT", to: "PENDING_DEPT_HEAD", roles: CLERK },
  sign: { from: "PENDING_DEPT_HEAD", to: "APPROVED", roles: BY_ITSELF },
  sign_to_director: { from: "PENDING_DEPT_HEAD", to: "PENDING_DIRECTOR", roles: BY_ITSELF },
  approve: { from: "PENDING_DIRECTOR", to: "APPROVED", roles: BY_ITSELF },
  back_to_director: { from: "APPROVED", to: "PENDING_DIRECTOR", roles: BY_ITSELF },
  return: { from: "PENDING_DEPT_HEAD PENDING_DIRECTOR", to: "DRAFT", roles: BY_ITSELF },
  reject: { from: "PENDING_DEPT_HEAD PENDING_DIRECTOR", to: "REJECTED", roles: BY_ITSELF },
  cancel: {
    from: "DRAFT PENDING_DEPT_HEAD PENDING_DIRECTOR APPROVED",
    to: "CANCELLED",
    roles: BY_ITSELF,
  },
  count: { from: "APPROVED", to: "APPROVED", roles: CLERK_OR_KEEPER },
  hand_over: { from: "APPROVED", to: "HANDED_OVER", roles: KEEPER },
  make_contract: { from: "HANDED_OVER", to: "CONTRACT_DRAFTED", roles: CLERK_OR_CHIEF },
  contract_effective: {
    from: "CONTRACT_DRAFTED",
    to: "CONTRACT_EFFECTIVE",
    roles: BY_ITSELF,
  },
};

export const WALK_IN_CASE: LifecycleCase = {
  lifecycle: as(walkInLifecycle),
  statuses: WALK_IN_STATUSES,
  cells: CELLS,
  facts: { preparedById: "author", countedByClerkId: "one", countedByKeeperId: "another" },
  own: { commands: ["edit", "submit"], facts: (id) => ({ preparedById: id }) },
  guards: {
    own_draft: { facts: { preparedById: "somebody" }, stops: ["edit", "submit"] },
    not_own_draft: {
      facts: { preparedById: "WAREHOUSE_KEEPER" },
      stops: ["hand_over"],
      asActor: "WAREHOUSE_KEEPER",
    },
    not_other_counter: {
      facts: { countedByClerkId: "WAREHOUSE_KEEPER" },
      stops: ["count"],
      asActor: "WAREHOUSE_KEEPER",
    },
    counted_twice: { facts: { countedByKeeperId: null }, stops: ["hand_over"] },
  },
};
