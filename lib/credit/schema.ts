import * as z from "zod";
import { Money } from "@/lib/core/money";
import { MANUAL_CHANGE_KINDS, QUARTER_PAYMENT_MONTHS, SETTLEMENT_MODES } from "./terms-policy";

/** An amount as typed: "" for none. */
const optionalAmount = z
  .string()
  .max(20, "common.amount_malformed")
  .refine((text) => text.trim() === "" || isAmount(text), "common.amount_malformed");

function isAmount(text: string): boolean {
  const amount = Money.parse(text);
  return amount !== null && !amount.isNegative();
}

const proposal = {
  customerId: z.uuid("credit.customer_missing"),
  kind: z.enum(MANUAL_CHANGE_KINDS),
  afterMode: z.enum(SETTLEMENT_MODES),
  /** Empty: the tier's own amount. */
  afterLimit: optionalAmount,
  afterQuarterMonth: z.enum(QUARTER_PAYMENT_MONTHS),
  afterAccumulatedFrom: optionalAmount,
  reason: z.string().trim().min(1, "credit.reason_missing").max(500, "common.too_long"),
};

/** A new proposal, or the changed text of a draft when `id` and `rowVersion` are given. */
export const saveTermChangeInput = z.strictObject({
  ...proposal,
  id: z.uuid().nullable(),
  rowVersion: z.int().nullable(),
});
export type SaveTermChangeInput = z.output<typeof saveTermChangeInput>;

const seen = { id: z.uuid(), rowVersion: z.int() };
const optionalComment = z.string().trim().max(500, "common.too_long").default("");
const requiredComment = z
  .string()
  .trim()
  .min(1, "credit.comment_missing")
  .max(500, "common.too_long");

/** Submission and withdrawal: what was on the screen. */
export const moveTermChangeInput = z.strictObject(seen);
export type MoveTermChangeInput = z.output<typeof moveTermChangeInput>;

/** A signature: the opinion may be empty. */
export const signTermChangeInput = z.strictObject({ ...seen, comment: optionalComment });
export type SignTermChangeInput = z.output<typeof signTermChangeInput>;

/** Return, rejection and cancellation name their reason. */
export const refuseTermChangeInput = z.strictObject({ ...seen, comment: requiredComment });
export type RefuseTermChangeInput = z.output<typeof refuseTermChangeInput>;
