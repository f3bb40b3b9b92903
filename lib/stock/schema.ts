/** What the forms of the store send (F27). */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";

export const MAX_INBOUND_LINES = 300;
export const DEFAULT_BIN = "A-01";
/** Plain receipts; production, returns and stocktakes post their own slips. */
export const PLAIN_INBOUND_TYPES = ["OPENING", "OTHER"] as const;

const date = z
  .string()
  .refine(isCalendarDate, "common.date_malformed")
  .transform((text) => (isCalendarDate(text) ? text : z.NEVER));

const quantity = z.string().transform((text, context) => {
  const parsed = Quantity.parse(text);
  if (parsed?.isPositive()) return parsed;
  context.addIssue({
    code: "custom",
    message: text.trim() === "" ? "common.required" : quantityFault(parsed),
  });
  return z.NEVER;
});

function quantityFault(parsed: Quantity | null): string {
  return parsed ? "stock.quantity_not_positive" : "common.quantity_malformed";
}

const text = (max: number) => z.string().trim().max(max, "common.too_long");

const inboundLine = z
  .strictObject({
    productId: z.uuid("common.required"),
    deliveredQty: quantity,
    receivedQty: quantity,
    batchNo: text(40),
    binCode: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, "stock.bin_malformed"),
    inspectionNo: text(40),
    inspectionResult: z.enum(["QUALIFIED", "CONCESSION"]),
    lineRemark: text(200),
  })
  .superRefine(({ deliveredQty, receivedQty, lineRemark }, context) => {
    const details = { delivered: String(deliveredQty) };
    if (receivedQty.isGreaterThan(deliveredQty)) {
      context.addIssue({
        code: "custom",
        path: ["receivedQty"],
        message: "stock.received_over_delivered",
        params: details,
      });
    } else if (receivedQty.isLessThan(deliveredQty) && lineRemark === "") {
      context.addIssue({
        code: "custom",
        path: ["lineRemark"],
        message: "stock.short_needs_remark",
      });
    }
  });

/** The head of the form; its lines are typed in the grid and join it when it is sent. */
export const inboundHeadInput = z.strictObject({
  /** Null for a new slip. */
  slipId: z.uuid().nullable(),
  rowVersion: z.int().positive().nullable(),
  inboundType: z.enum(PLAIN_INBOUND_TYPES),
  receivedOn: date,
  fromDepartment: text(40).min(1, "common.required"),
  deliveredBy: text(40),
  remark: text(1000),
});
export type InboundHeadInput = z.input<typeof inboundHeadInput>;

export const saveInboundInput = z.strictObject({
  ...inboundHeadInput.shape,
  lines: z
    .array(inboundLine)
    .min(1, "stock.no_lines")
    .max(MAX_INBOUND_LINES, "stock.too_many_lines"),
});
export type SaveInboundInput = z.output<typeof saveInboundInput>;
export type InboundLineInput = z.input<typeof inboundLine>;

const slipRef = { slipId: z.uuid(), rowVersion: z.int().positive() };

export const postInboundInput = z.strictObject(slipRef);
export type PostInboundInput = z.output<typeof postInboundInput>;

export const cancelInboundInput = z.strictObject({
  ...slipRef,
  /** The reason, as the dialog of the button asks for it. */
  comment: text(200).min(1, "common.required"),
});
export type CancelInboundInput = z.output<typeof cancelInboundInput>;
