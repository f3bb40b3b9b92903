import { PREPARATION_STATUSES, preparationLifecycle } from "@/lib/preparation/lifecycle";
import { CHIEF, CLERK, CLERK_OR_CHIEF, KEEPER } from "../roles";
import { as, BY_ITSELF, type Cells, type LifecycleCase } from "./case";

const OPEN = "DRAFT PENDING_CHIEF ISSUED PREPARING PREPARED";

const CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: CLERK },
  submit: { from: "DRAFT", to: "PENDING_CHIEF", roles: CLERK },
  sign: { from: "PENDING_CHIEF", to: "ISSUED", roles: CHIEF },
  return: { from: "PENDING_CHIEF", to: "DRAFT", roles: CHIEF },
  withdraw: { from: "PENDING_CHIEF", to: "DRAFT", roles: CLERK },
  reject: { from: "PENDING_CHIEF", to: "REJECTED", roles: CHIEF },
  receive: { from: "ISSUED", to: "PREPARING", roles: KEEPER },
  finish: { from: "PREPARING", to: "PREPARED", roles: KEEPER },
  consume: { from: "PREPARED", to: "CONSUMED", roles: BY_ITSELF },
  reopen: { from: "CONSUMED", to: "PREPARED", roles: BY_ITSELF },
  cancel: { from: OPEN, to: "CANCELLED", roles: CLERK_OR_CHIEF },
  end_with_contract: { from: OPEN, to: "CANCELLED", roles: BY_ITSELF },
};

export const PREPARATION_CASE: LifecycleCase = {
  lifecycle: as(preparationLifecycle),
  statuses: PREPARATION_STATUSES,
  cells: CELLS,
  facts: { lineCount: 1, preparedById: "author", onNotice: false, allLeft: false },
  forCommand: { consume: { allLeft: true } },
  guards: {
    has_lines: { facts: { lineCount: 0 }, stops: ["submit"] },
    not_own_draft: {
      facts: { preparedById: "SECTION_CHIEF" },
      stops: ["sign", "return", "reject"],
    },
    nothing_on_notice: { facts: { onNotice: true }, stops: ["cancel"] },
    all_left: { facts: { allLeft: false }, stops: ["consume"] },
    not_all_left: { facts: { allLeft: true }, stops: ["reopen"] },
  },
};
