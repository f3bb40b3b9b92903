/** What the screens of changes, short closes and the end of a contract send. */
import * as z from "zod";
import { contractRef, orderInput } from "@/lib/contracts/schema";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number) => text(max).min(1, "common.required");
const date = z.string().refine(isCalendarDate, "common.date_malformed");
const rowVersion = z.number().int().positive();

/** The whole order as it shall be; `lineIds` names, by position, the contract's line that each line keeps. */
export const proposalInput = z.strictObject({
  order: orderInput,
  lineIds: z.array(z.uuid().nullable()).max(200, "contracts.too_many_lines"),
});
export type Proposal = z.infer<typeof proposalInput>;

export const saveRevisionInput = z.strictObject({
  contractId: z.uuid(),
  /** Null for a new change; then `rowVersion` is the contract's. */
  revisionId: z.uuid().nullable(),
  rowVersion,
  reason: needed(500),
  proposal: proposalInput,
});
export type SaveRevisionInput = z.infer<typeof saveRevisionInput>;

export const revisionRef = z.strictObject({ revisionId: z.uuid(), rowVersion });
export type RevisionRef = z.infer<typeof revisionRef>;

export const decideRevisionInput = revisionRef.extend({ comment: text(500) });
export type DecideRevisionInput = z.infer<typeof decideRevisionInput>;
export const refuseRevisionInput = revisionRef.extend({ comment: needed(500) });
export type RefuseRevisionInput = z.infer<typeof refuseRevisionInput>;

const quantityText = z
  .string()
  .refine(
    (value) => value.trim() === "" || Quantity.parse(value) !== null,
    "contracts.quantity_malformed",
  )
  .refine(
    (value) => !(Quantity.parse(value)?.isNegative() ?? false),
    "contracts.quantity_not_positive",
  );

export const requestShortCloseInput = contractRef.extend({
  reason: needed(200),
  consentNote: needed(200),
  consentOn: date,
  /** Rest that will not be delivered, by contract line; empty or 0 leaves the line alone. */
  quantities: z.record(z.uuid(), quantityText),
});
export type RequestShortCloseInput = z.infer<typeof requestShortCloseInput>;

export const decideShortCloseInput = z.strictObject({
  shortCloseId: z.uuid(),
  rowVersion,
  decision: z.enum(["AGREE", "REJECT"]),
  comment: text(500).default(""),
});
export type DecideShortCloseInput = z.infer<typeof decideShortCloseInput>;

export const withdrawShortCloseInput = z.strictObject({ shortCloseId: z.uuid(), rowVersion });
export type WithdrawShortCloseInput = z.infer<typeof withdrawShortCloseInput>;

export const completeContractInput = contractRef.extend({ comment: text(200).default("") });
export type CompleteContractInput = z.infer<typeof completeContractInput>;

export const archiveContractInput = contractRef.extend({
  archiveNo: needed(40),
  archivedOn: date,
});
export type ArchiveContractInput = z.infer<typeof archiveContractInput>;

export const editRemarkInput = contractRef.extend({
  /** A harmless remark: of the contract, of its register row, of one line. */
  field: z.enum(["contract", "register", "line"]),
  lineId: z.uuid().nullable(),
  text: text(500),
});
export type EditRemarkInput = z.infer<typeof editRemarkInput>;
