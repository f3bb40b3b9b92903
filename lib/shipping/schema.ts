/** What the screens of shipping notices and outbound slips send (F09, F10). */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import {
  CONSIGNEE_SOURCES,
  DELIVERY_METHODS,
  ENCLOSED_DOCS,
  FREIGHT_PAYERS,
  FREIGHT_SETTLEMENTS,
} from "./labels";

const MAX_LINES = 200;

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number) => text(max).min(1, "common.required");
const date = z.string().refine(isCalendarDate, "common.date_malformed");
const rowVersion = z.int().positive();

const quantityText = z
  .string()
  .trim()
  .refine((typed) => typed === "" || Quantity.parse(typed) !== null, "common.quantity_malformed")
  .refine(
    (typed) => !(Quantity.parse(typed)?.isNegative() ?? false),
    "shipping.quantity_not_positive",
  );
const amountText = z
  .string()
  .trim()
  .refine((typed) => typed === "" || Money.parse(typed) !== null, "common.amount_malformed")
  .refine((typed) => !(Money.parse(typed)?.isNegative() ?? false), "shipping.charge_negative");

/** Quantities and amounts by line id; an empty cell is zero. */
const quantities = z
  .record(z.uuid(), quantityText)
  .refine((cells) => Object.keys(cells).length <= MAX_LINES, "shipping.too_many_lines");
const charges = z
  .record(z.uuid(), amountText)
  .refine((cells) => Object.keys(cells).length <= MAX_LINES, "shipping.too_many_lines");

const consigneeInput = z.strictObject({
  company: text(80),
  contactPerson: text(40),
  phone: text(40),
  address: text(300),
  postalCode: text(6),
});

export const saveNoticeInput = z.strictObject({
  contractId: z.uuid(),
  /** Null for a new draft. */
  noticeId: z.uuid().nullable(),
  rowVersion: rowVersion.nullable(),
  requiredShipOn: date,
  lateReason: text(200),
  consigneeSource: z.enum(CONSIGNEE_SOURCES),
  /** Of the customer's saved addresses. */
  addressId: z.uuid().nullable(),
  /** Counts only where it is typed freely. */
  consignee: consigneeInput,
  consigneeReason: text(200),
  deliveryMethod: z.enum(DELIVERY_METHODS),
  methodReason: text(200),
  courierId: z.uuid().nullable(),
  freightPayer: z.enum(FREIGHT_PAYERS),
  freightSettlement: z.enum(FREIGHT_SETTLEMENTS),
  packingRequirement: text(200),
  enclosedDocs: z.array(z.enum(ENCLOSED_DOCS)).max(ENCLOSED_DOCS.length),
  invoiceWithGoods: z.boolean(),
  remark: text(1000),
  quantities,
  charges,
});
export type SaveNoticeInput = z.output<typeof saveNoticeInput>;
export type SaveNoticeValues = z.input<typeof saveNoticeInput>;

export const noticeInput = z.strictObject({ noticeId: z.uuid(), rowVersion });
export type NoticeInput = z.output<typeof noticeInput>;

export const lowerNoticeInput = z.strictObject({
  noticeId: z.uuid(),
  rowVersion,
  quantities,
  charges,
});
export type LowerNoticeInput = z.output<typeof lowerNoticeInput>;

export const cancelNoticeInput = z.strictObject({
  noticeId: z.uuid(),
  rowVersion,
  comment: needed(200),
});
export type CancelNoticeInput = z.output<typeof cancelNoticeInput>;

export const saveSlipInput = z.strictObject({
  slipId: z.uuid(),
  rowVersion,
  /** By notice line. */
  quantities,
  exceptionReason: text(500),
  remark: text(1000),
});
export type SaveSlipInput = z.output<typeof saveSlipInput>;

const slipRef = { slipId: z.uuid(), rowVersion };
export const slipInput = z.strictObject(slipRef);
export type SlipInput = z.output<typeof slipInput>;

export const signSlipInput = z.strictObject({ ...slipRef, comment: text(500).default("") });
export type SignSlipInput = z.output<typeof signSlipInput>;

/** The director signs the figures that were on the screen (rules 5.4). */
export const approveSlipInput = z.strictObject({
  ...slipRef,
  shownExposure: z
    .string()
    .refine((shown) => Money.parse(shown) !== null, "common.amount_malformed"),
  shownViolations: z.array(z.string().max(20)).max(5),
  comment: needed(500),
});
export type ApproveSlipInput = z.output<typeof approveSlipInput>;

export const refuseSlipInput = z.strictObject({ ...slipRef, comment: needed(500) });
export type RefuseSlipInput = z.output<typeof refuseSlipInput>;

export const cancelSlipInput = z.strictObject({ ...slipRef, comment: needed(200) });
export type CancelSlipInput = z.output<typeof cancelSlipInput>;

export const issueSlipInput = z.strictObject({
  ...slipRef,
  /** By slip line. */
  quantities,
  shortReason: text(200),
});
export type IssueSlipInput = z.output<typeof issueSlipInput>;

export const requestReversalInput = z.strictObject({ ...slipRef, comment: needed(200) });
export type RequestReversalInput = z.output<typeof requestReversalInput>;

export const decideReversalInput = z.strictObject({
  reversalId: z.uuid(),
  rowVersion,
  decision: z.enum(["AGREE", "REJECT"]),
  comment: text(500).default(""),
});
export type DecideReversalInput = z.output<typeof decideReversalInput>;

/** Typed cells as quantities; empty ones are zero. */
export function quantitiesOf(cells: Readonly<Record<string, string>>): Map<string, Quantity> {
  return new Map(
    Object.entries(cells).map(([id, typed]) => [id, Quantity.parse(typed || "0") ?? Quantity.zero]),
  );
}

export function amountsOf(cells: Readonly<Record<string, string>>): Map<string, Money> {
  return new Map(
    Object.entries(cells).map(([id, typed]) => [id, Money.parse(typed || "0") ?? Money.zero]),
  );
}
