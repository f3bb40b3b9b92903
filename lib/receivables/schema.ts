/** What the forms about money send (F16). */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { ALLOCATION_KINDS, isBill, PAYMENT_CHANNELS } from "@/lib/receivables/labels";

const text = (max: number) => z.string().trim().max(max, "common.too_long");

const date = z
  .string("common.required")
  .refine(isCalendarDate, "common.date_malformed")
  .transform((value) => (isCalendarDate(value) ? value : z.NEVER));

const positiveAmount = z.string().transform((typed, context) => {
  const amount = Money.parse(typed);
  if (amount?.isPositive()) return amount;
  const fault = amount ? "receivables.amount_not_positive" : "common.amount_malformed";
  context.addIssue({ code: "custom", message: typed.trim() === "" ? "common.required" : fault });
  return z.NEVER;
});

const allocation = z
  .strictObject({
    kind: z.enum(ALLOCATION_KINDS),
    contractId: z.uuid().nullable(),
    receivableId: z.uuid().nullable(),
    amount: positiveAmount,
  })
  .superRefine(({ kind, contractId, receivableId }, context) => {
    const isDelivery = kind === "CREDIT_PAYMENT";
    if (isDelivery !== (receivableId !== null) || isDelivery === (contractId !== null)) {
      context.addIssue({
        code: "custom",
        path: ["kind"],
        message: "receivables.allocation_target_missing",
      });
    }
  });

const allocations = z.array(allocation).max(50, "receivables.too_many_allocations");

const bill = z.strictObject({
  number: z
    .string()
    .transform((typed) => typed.normalize("NFKC").replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{30}$/, "receivables.bill_number_malformed")),
  drawer: text(80).min(1, "common.required"),
  acceptor: text(80).min(1, "common.required"),
  issuedOn: date,
  dueOn: date,
});

export const enterReceiptInput = z
  .strictObject({
    customerId: z.uuid("common.required"),
    payerName: text(80).min(1, "common.required"),
    channel: z.enum(PAYMENT_CHANNELS),
    amount: positiveAmount,
    paidOn: date,
    bankAccountId: z.uuid("common.required"),
    bankRef: text(60),
    /** Only for acceptance bills. */
    bill: bill.nullable(),
    allocations,
    remark: text(1000),
  })
  .superRefine((receipt, context) => {
    if (isBill(receipt.channel) && receipt.bill === null) {
      context.addIssue({ code: "custom", path: ["bill", "number"], message: "common.required" });
    }
    if (receipt.bill && receipt.bill.dueOn < receipt.bill.issuedOn) {
      context.addIssue({
        code: "custom",
        path: ["bill", "dueOn"],
        message: "receivables.bill_due_before_issue",
      });
    }
  });
export type EnterReceiptInput = z.output<typeof enterReceiptInput>;
export type AllocationInput = z.output<typeof allocation>;

const receiptRef = { receiptId: z.uuid(), rowVersion: z.int().positive() };

export const assignReceiptInput = z.strictObject({ ...receiptRef, allocations });
export type AssignReceiptInput = z.output<typeof assignReceiptInput>;

export const confirmReceiptInput = z.strictObject({
  ...receiptRef,
  creditedOn: date,
  comment: text(500),
  /** Finance lets a commercial acceptance count before maturity (Q19). */
  overrideReason: text(200),
});
export type ConfirmReceiptInput = z.output<typeof confirmReceiptInput>;

/** Finance enters what it sees on the account and confirms it in the same act (rules 5.9). */
export const enterConfirmedReceiptInput = z.strictObject({
  receipt: enterReceiptInput,
  creditedOn: date,
  overrideReason: text(200),
});
export type EnterConfirmedReceiptInput = z.output<typeof enterConfirmedReceiptInput>;

export const decideReceiptInput = z.strictObject({
  ...receiptRef,
  /** The reason, as the dialog of the button asks for it. */
  comment: text(200).min(1, "common.required"),
});
export type DecideReceiptInput = z.output<typeof decideReceiptInput>;

export const moveOnAccountInput = z.strictObject({
  customerId: z.uuid(),
  allocations: allocations.min(1, "receivables.nothing_to_move"),
  reason: text(120).min(1, "common.required"),
});
export type MoveOnAccountInput = z.output<typeof moveOnAccountInput>;

/** The form of a new receipt: finance may confirm what it enters. */
export const receiptFormInput = z
  .strictObject({
    receipt: enterReceiptInput,
    confirmNow: z.boolean(),
    creditedOn: z.string().nullable(),
    overrideReason: text(200),
  })
  .superRefine(({ confirmNow, creditedOn }, context) => {
    if (confirmNow && !creditedOn) {
      context.addIssue({ code: "custom", path: ["creditedOn"], message: "common.required" });
    }
  });
export type ReceiptFormInput = z.input<typeof receiptFormInput>;
