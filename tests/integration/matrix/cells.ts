import type { Role } from "@/lib/auth/roles";

/**
 * Who may give which command in which status, written down by hand from rules 5.1, 5.4, 5.5, 5.9 and 5.12; every cell
 * that is not here is refused. `system` commands follow from another act and have no button.
 */
export type Cells = Readonly<
  Record<string, { from: string; to: string; roles: Role[] | "system" }>
>;

const CLERK: Role[] = ["CLERK"];
const CHIEF: Role[] = ["SECTION_CHIEF"];
const CLERK_OR_CHIEF: Role[] = ["CLERK", "SECTION_CHIEF"];
const DIRECTOR: Role[] = ["FACTORY_DIRECTOR"];
const KEEPER: Role[] = ["WAREHOUSE_KEEPER"];
const FINANCE: Role[] = ["FINANCE"];
const CLERK_OR_KEEPER: Role[] = ["CLERK", "WAREHOUSE_KEEPER"];
const BY_ITSELF = "system";

export const CONTRACT_CELLS: Cells = {
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
};

export const TERM_CELLS: Cells = {
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

export const NOTICE_CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: CLERK },
  issue: { from: "DRAFT", to: "ISSUED", roles: CLERK },
  wait_for_funds: { from: "DRAFT", to: "AWAITING_FUNDS", roles: CLERK },
  lower: { from: "AWAITING_FUNDS", to: "AWAITING_FUNDS", roles: CLERK },
  try_again: { from: "AWAITING_FUNDS", to: "ISSUED", roles: CLERK },
  free: { from: "AWAITING_FUNDS", to: "ISSUED", roles: BY_ITSELF },
  start_slip: { from: "ISSUED", to: "ACKNOWLEDGED", roles: CLERK },
  next_slip: { from: "ACKNOWLEDGED", to: "ACKNOWLEDGED", roles: CLERK },
  close: { from: "ACKNOWLEDGED", to: "CLOSED", roles: BY_ITSELF },
  reopen: { from: "CLOSED", to: "ACKNOWLEDGED", roles: BY_ITSELF },
  cancel: {
    from: "DRAFT AWAITING_FUNDS ISSUED ACKNOWLEDGED",
    to: "CANCELLED",
    roles: CLERK_OR_CHIEF,
  },
};

export const SLIP_CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: CLERK },
  submit: { from: "DRAFT", to: "PENDING_DEPT_HEAD", roles: CLERK },
  sign: { from: "PENDING_DEPT_HEAD", to: "APPROVED", roles: CHIEF },
  sign_to_director: { from: "PENDING_DEPT_HEAD", to: "PENDING_DIRECTOR", roles: CHIEF },
  return_by_head: { from: "PENDING_DEPT_HEAD", to: "DRAFT", roles: CHIEF },
  reject_by_head: { from: "PENDING_DEPT_HEAD", to: "REJECTED", roles: CHIEF },
  approve: { from: "PENDING_DIRECTOR", to: "APPROVED", roles: DIRECTOR },
  return_by_director: { from: "PENDING_DIRECTOR", to: "DRAFT", roles: DIRECTOR },
  reject_by_director: { from: "PENDING_DIRECTOR", to: "REJECTED", roles: DIRECTOR },
  cancel: {
    from: "DRAFT PENDING_DEPT_HEAD PENDING_DIRECTOR APPROVED",
    to: "CANCELLED",
    roles: CLERK_OR_CHIEF,
  },
  issue: { from: "APPROVED", to: "ISSUED", roles: KEEPER },
  back_to_director: { from: "APPROVED", to: "PENDING_DIRECTOR", roles: BY_ITSELF },
  pack: { from: "ISSUED", to: "PACKED", roles: BY_ITSELF },
  unpack: { from: "PACKED", to: "ISSUED", roles: BY_ITSELF },
  ship: { from: "ISSUED PACKED", to: "SHIPPED", roles: BY_ITSELF },
  request_reversal_issued: { from: "ISSUED", to: "ISSUED", roles: KEEPER },
  request_reversal_packed: { from: "PACKED", to: "PACKED", roles: KEEPER },
  reverse: { from: "ISSUED PACKED", to: "REVERSED", roles: CHIEF },
};

export const PACKING_CELLS: Cells = {
  box: { from: "DRAFT", to: "BOXED", roles: CLERK_OR_KEEPER },
  void: { from: "DRAFT BOXED", to: "VOIDED", roles: CLERK_OR_KEEPER },
};

export const WAYBILL_CELLS: Cells = {
  notify: { from: "DRAFT", to: "NOTIFIED", roles: CLERK_OR_KEEPER },
  hand_over: { from: "NOTIFIED", to: "HANDED_OVER", roles: CLERK_OR_KEEPER },
  sign: { from: "HANDED_OVER EXCEPTION", to: "SIGNED", roles: CLERK_OR_KEEPER },
  except: { from: "HANDED_OVER", to: "EXCEPTION", roles: CLERK_OR_KEEPER },
  come_back: { from: "HANDED_OVER EXCEPTION", to: "RETURNED", roles: CLERK_OR_KEEPER },
  void: { from: "DRAFT NOTIFIED", to: "VOIDED", roles: CLERK_OR_KEEPER },
};

export const RECEIPT_CELLS: Cells = {
  assign: { from: "UNCONFIRMED", to: "UNCONFIRMED", roles: ["CLERK", "FINANCE"] },
  confirm: { from: "UNCONFIRMED", to: "CONFIRMED", roles: FINANCE },
  reject: { from: "UNCONFIRMED", to: "REJECTED", roles: FINANCE },
  reverse: { from: "CONFIRMED", to: "REVERSED", roles: FINANCE },
};

export const INBOUND_CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: KEEPER },
  post: { from: "DRAFT", to: "POSTED", roles: KEEPER },
  cancel: { from: "DRAFT", to: "CANCELLED", roles: KEEPER },
};
