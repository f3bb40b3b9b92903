import { TASK_STATUSES, taskLifecycle } from "@/lib/production/lifecycle";
import { RECEIPT_STATUSES, receiptLifecycle } from "@/lib/production/receipt-lifecycle";
import { CHIEF, CLERK, CLERK_OR_CHIEF, KEEPER, PRODUCTION, REVIEWER } from "../roles";
import { as, BY_ITSELF, type Cells, type LifecycleCase } from "./case";

const TASK_CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: CLERK },
  submit: { from: "DRAFT", to: "PENDING_CHIEF", roles: CLERK },
  withdraw: { from: "PENDING_CHIEF", to: "DRAFT", roles: CLERK },
  sign: { from: "PENDING_CHIEF", to: "ISSUED", roles: CHIEF },
  return: { from: "PENDING_CHIEF", to: "DRAFT", roles: CHIEF },
  reject: { from: "PENDING_CHIEF", to: "REJECTED", roles: CHIEF },
  accept: { from: "ISSUED", to: "ACCEPTED", roles: PRODUCTION },
  change_issued: { from: "ISSUED", to: "ISSUED", roles: CHIEF },
  change_accepted: { from: "ACCEPTED", to: "ACCEPTED", roles: CHIEF },
  cancel: { from: "DRAFT PENDING_CHIEF ISSUED ACCEPTED", to: "CANCELLED", roles: CLERK_OR_CHIEF },
  end_with_contract: {
    from: "DRAFT PENDING_CHIEF ISSUED ACCEPTED",
    to: "CANCELLED",
    roles: BY_ITSELF,
  },
  finish: { from: "ACCEPTED", to: "DONE", roles: BY_ITSELF },
};

export const TASK_CASE: LifecycleCase = {
  lifecycle: as(taskLifecycle),
  statuses: TASK_STATUSES,
  cells: TASK_CELLS,
  facts: { preparedById: "author", lineCount: 1, priorRecorded: true },
  own: {
    commands: ["edit", "submit", "withdraw", "cancel"],
    facts: (id) => ({ preparedById: id }),
  },
  guards: {
    own_draft: { facts: { preparedById: "somebody" }, stops: ["edit", "submit", "withdraw"] },
    own_draft_or_chief: { facts: { preparedById: "somebody" }, stops: ["cancel"] },
    not_own_draft: {
      facts: { preparedById: "SECTION_CHIEF" },
      stops: ["sign", "return", "reject"],
    },
    has_lines: { facts: { lineCount: 0 }, stops: ["submit"] },
    prior_recorded: { facts: { priorRecorded: false }, stops: ["submit"] },
  },
};

const RECEIPT_CELLS: Cells = {
  inspect: { from: "PENDING_INSPECTION", to: "INSPECTED", roles: REVIEWER },
  receive: { from: "INSPECTED", to: "POSTED", roles: KEEPER },
  take_back: { from: "PENDING_INSPECTION INSPECTED", to: "CANCELLED", roles: PRODUCTION },
  send_back: { from: "INSPECTED", to: "CANCELLED", roles: KEEPER },
};

export const PRODUCTION_RECEIPT_CASE: LifecycleCase = {
  lifecycle: as(receiptLifecycle),
  statuses: RECEIPT_STATUSES,
  cells: RECEIPT_CELLS,
  facts: { department: "质检", deliveredById: "somebody", hasAccepted: true },
  own: { commands: ["take_back"], facts: (id) => ({ deliveredById: id }) },
  guards: {
    of_quality: { facts: { department: "采购" }, stops: ["inspect"] },
    own_delivery: { facts: { deliveredById: "somebody" }, stops: ["take_back"] },
    anything_accepted: { facts: { hasAccepted: false }, stops: ["receive"] },
  },
};
