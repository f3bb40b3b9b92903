/** Intake record F01: what the clerk notes while the customer speaks. */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { CUSTOMER_CATEGORIES } from "@/lib/customers/schema";

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number) => text(max).min(1, "common.required");
const optionalDate = z
  .union([z.literal(""), z.string().refine(isCalendarDate, "common.date_malformed")])
  .transform((value) => (value === "" ? null : value));
const optionalQuantity = z
  .string()
  .refine(
    (value) => value === "" || (Quantity.parse(value)?.isPositive() ?? false),
    "intake.quantity_malformed",
  )
  .transform((value) => (value === "" ? null : value));
const optionalPrice = z
  .string()
  .refine((value) => {
    if (value === "") return true;
    const price = UnitPrice.parse(value);
    return price !== null && !price.isNegative();
  }, "intake.price_malformed")
  .transform((value) => (value === "" ? null : value));

export const INTAKE_TYPES = [
  "ORDER",
  "INQUIRY",
  "SAMPLE",
  "TECH",
  "COMPLAINT",
  "PAYMENT",
  "OTHER",
] as const;
export const CHANNELS = ["PHONE", "FAX", "EMAIL", "WECHAT", "VISIT", "OTHER"] as const;
export const OUTCOMES = ["QUOTED", "REVIEW", "SAMPLE", "TECH", "CLOSED"] as const;

const line = z.strictObject({
  productId: z.uuid().nullable(),
  productName: needed(80),
  spec: text(120),
  drawingNo: text(60),
  unit: text(8),
  quantity: optionalQuantity,
  wantedOn: optionalDate,
  targetPrice: optionalPrice,
  lineRemark: text(200),
});

/** What production answered before anything was promised (R1.1.2-a). */
const productionFeedback = z.strictObject({
  department: text(40),
  person: text(40),
  on: optionalDate,
  promisedOn: optionalDate,
  content: text(500),
});
export type ProductionFeedback = z.infer<typeof productionFeedback>;

export const intakeInput = z
  .strictObject({
    channel: z.enum(CHANNELS),
    direction: z.enum(["IN", "OUT"]),
    receivedAt: z.iso.datetime({ offset: true, error: "common.date_malformed" }),
    intakeType: z.enum(INTAKE_TYPES),
    customerId: z.uuid().nullable(),
    customerName: needed(80),
    contactName: needed(40),
    contactPhone: needed(120),
    usage: text(500),
    firstQty: text(80),
    futureQty: text(80),
    previousUse: text(500),
    customerCategory: z.enum(CUSTOMER_CATEGORIES).nullable(),
    content: text(2000),
    deliveryMethod: z.enum(["EXPRESS", "LOGISTICS", "DELIVERY", "PICKUP"]).nullable(),
    freightPayer: z.enum(["SUPPLIER", "CUSTOMER", "SHARED"]).nullable(),
    addressText: text(300),
    paymentTerm: z.enum(["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"]).nullable(),
    productionFeedback: productionFeedback.nullable(),
    agreedPrice: z.boolean(),
    agreedDelivery: z.boolean(),
    agreedPayment: z.boolean(),
    agreedWith: text(40),
    agreedOn: optionalDate,
    remark: text(1000),
    lines: z.array(line).max(200, "intake.too_many_lines"),
  })
  .superRefine((intake, context) => {
    const wantsGoods = intake.intakeType === "ORDER" || intake.intakeType === "INQUIRY";
    if (wantsGoods && intake.lines.length === 0) {
      context.addIssue({ code: "custom", path: ["lines"], message: "intake.lines_missing" });
    }
    if (intake.intakeType === "ORDER" && intake.deliveryMethod === null) {
      context.addIssue({
        code: "custom",
        path: ["deliveryMethod"],
        message: "intake.delivery_unconfirmed",
      });
    }
    if (intake.intakeType === "ORDER" && intake.paymentTerm === null) {
      context.addIssue({
        code: "custom",
        path: ["paymentTerm"],
        message: "intake.payment_unconfirmed",
      });
    }
    if (!wantsGoods && intake.content === "") {
      context.addIssue({ code: "custom", path: ["content"], message: "intake.content_missing" });
    }
  });
export type IntakeInput = z.infer<typeof intakeInput>;
export type IntakeFormValues = z.input<typeof intakeInput>;

export const saveIntakeInput = z.strictObject({
  intakeId: z.uuid().nullable(),
  rowVersion: z.number().int().positive().nullable(),
  intake: intakeInput,
});
export type SaveIntakeInput = z.infer<typeof saveIntakeInput>;

export const closeIntakeInput = z.strictObject({
  intakeId: z.uuid(),
  rowVersion: z.number().int().positive(),
  outcome: z.enum(OUTCOMES),
  reason: needed(200),
});
export type CloseIntakeInput = z.infer<typeof closeIntakeInput>;
