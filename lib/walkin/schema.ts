/** What the screens of the walk-in pickup send (F40). */
import * as z from "zod";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { AUTHORITY_KINDS, COUNTER_CHANNELS } from "./labels";

export const MAX_WALK_IN_LINES = 100;

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number) => text(max).min(1, "common.required");
const rowVersion = z.int().positive();

const positiveQuantity = z
  .string()
  .trim()
  .min(1, "common.required")
  .refine((typed) => Quantity.parse(typed) !== null, "common.quantity_malformed")
  .refine((typed) => Quantity.parse(typed)?.isPositive() ?? true, "walkin.quantity_not_positive");

const price = z
  .string()
  .trim()
  .min(1, "common.required")
  .refine((typed) => UnitPrice.parse(typed) !== null, "common.amount_malformed")
  .refine((typed) => !(UnitPrice.parse(typed)?.isNegative() ?? false), "walkin.price_negative");

const line = z.strictObject({
  productId: z.uuid("common.required"),
  quantity: positiveQuantity,
  /** Tax-inclusive, per base unit. */
  unitPrice: price,
  lineRemark: text(200),
});
export type WalkInLineInput = z.input<typeof line>;

/** The head as its fields hold it; the lines are typed in a grid of their own. */
export const walkInHeadInput = z.strictObject({
  /** Null for a new draft. */
  walkInId: z.uuid().nullable(),
  rowVersion: rowVersion.nullable(),
  customerId: z.uuid("common.required"),
  receiverName: needed(40),
  receiverIdNo: text(40),
  receiverPhone: text(40),
  vehicleNo: text(20),
  authorityKind: z.enum(AUTHORITY_KINDS, "common.required"),
  paymentTerm: z.enum(["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"], "common.required"),
  paymentChannel: z.enum(COUNTER_CHANNELS),
  /** Needed as soon as the customer's terms are broken (rules 5.4). */
  exceptionReason: text(500),
  remark: text(1000),
});
export type WalkInHeadInput = z.input<typeof walkInHeadInput>;

export const saveWalkInInput = z.strictObject({
  ...walkInHeadInput.shape,
  lines: z.array(line).min(1, "walkin.no_lines").max(MAX_WALK_IN_LINES, "walkin.too_many_lines"),
});
export type SaveWalkInInput = z.output<typeof saveWalkInInput>;

const walkInRef = { walkInId: z.uuid(), rowVersion };
export const walkInInput = z.strictObject(walkInRef);
export type WalkInInput = z.output<typeof walkInInput>;

/** By line: what was counted; nothing may be left out. */
export const countWalkInInput = z.strictObject({
  ...walkInRef,
  counts: z.record(
    z.uuid(),
    z
      .string()
      .trim()
      .min(1, "common.required")
      .refine((typed) => Quantity.parse(typed) !== null, "common.quantity_malformed")
      .refine(
        (typed) => !(Quantity.parse(typed)?.isNegative() ?? false),
        "common.quantity_malformed",
      ),
  ),
});
export type CountWalkInInput = z.output<typeof countWalkInInput>;

/** Money at the counter: counted, or seen on the account; finance confirms it (rules 5.11). */
export const takeMoneyInput = z.strictObject({
  ...walkInRef,
  amount: z
    .string()
    .trim()
    .min(1, "common.required")
    .refine((typed) => Money.parse(typed)?.isPositive() ?? false, "common.amount_malformed"),
  channel: z.enum(COUNTER_CHANNELS),
  payerName: needed(80),
  bankAccountId: z.uuid("common.required"),
  bankRef: text(60),
});
export type TakeMoneyInput = z.output<typeof takeMoneyInput>;

export const handOverWalkInInput = z.strictObject({
  ...walkInRef,
  receiverName: needed(40),
  /** Identity card or work card, as seen. */
  receiverIdNo: needed(40),
  receiverPhone: text(40),
  vehicleNo: text(20),
  receiverSigned: z.boolean().refine((signed) => signed, "walkin.receiver_must_sign"),
  /** Why less leaves than the slip says. */
  shortReason: text(200),
});
export type HandOverWalkInInput = z.output<typeof handOverWalkInInput>;
