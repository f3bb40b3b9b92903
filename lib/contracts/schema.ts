/** What the order screens send: one shape for the verbal slip (F02) and the formal contract (F03). */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { CLAUSE_KEYS, type ClauseKey } from "@/lib/settings/clause-keys";

const MAX_ORDER_LINES = 200;

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number) => text(max).min(1, "common.required");
const date = z.string().refine(isCalendarDate, "common.date_malformed");
const optionalDate = z
  .union([z.literal(""), date])
  .transform((value) => (value === "" ? null : value));
const instant = z.iso.datetime({ offset: true, error: "common.date_malformed" });
const percent = z
  .string()
  .refine((value) => Quantity.parse(value) !== null, "common.number_malformed")
  .refine((value) => {
    const parsed = Quantity.parse(value);
    return parsed?.isPositive() && !parsed.isGreaterThan(Quantity.of(100));
  }, "contracts.percent_range");

/** Clauses that F03 marks as mandatory; empty optional ones print 无. */
export const MANDATORY_CLAUSES: readonly ClauseKey[] = [
  "qualityClause",
  "deliveryPlaceClause",
  "transportClause",
  "packingClause",
  "inspectionClause",
  "settlementClause",
  "breachClause",
  "disputeClause",
];

const consigneeSchema = z.strictObject({
  company: needed(80),
  contactPerson: needed(40),
  phone: needed(40),
  address: needed(300),
  postalCode: text(6),
});

const goodsLine = z.strictObject({
  lineKind: z.literal("GOODS"),
  productId: z.uuid().nullable(),
  productName: needed(80),
  spec: text(120),
  drawingNo: text(60),
  unit: text(8),
  /** As typed, in `unit`: the base unit or a pack of the product. */
  quantity: z
    .string()
    .refine((value) => Quantity.parse(value) !== null, "contracts.quantity_malformed")
    .refine(
      (value) => Quantity.parse(value)?.isPositive() ?? true,
      "contracts.quantity_not_positive",
    ),
  unitPrice: z
    .string()
    .refine((value) => UnitPrice.parse(value) !== null, "contracts.price_malformed")
    .refine(
      (value) => !(UnitPrice.parse(value)?.isNegative() ?? false),
      "contracts.price_negative",
    ),
  /** The price was typed without tax (suffix n). */
  isNetPrice: z.boolean(),
  deliveryOn: optionalDate,
  brand: text(40),
  lineRemark: text(200),
});

const chargeLine = z.strictObject({
  lineKind: z.enum(["FREIGHT", "PACKING", "OTHER", "DISCOUNT"]),
  productName: needed(80),
  amount: z.string().refine((value) => Money.parse(value) !== null, "contracts.amount_malformed"),
  lineRemark: text(200),
});

const orderLineSchema = z
  .discriminatedUnion("lineKind", [goodsLine, chargeLine])
  .superRefine((line, context) => {
    if (line.lineKind === "GOODS") return;
    const amount = Money.parse(line.amount);
    if (!amount) return;
    if (line.lineKind === "DISCOUNT" ? !amount.isNegative() : !amount.isPositive()) {
      const message =
        line.lineKind === "DISCOUNT"
          ? "contracts.discount_not_negative"
          : "contracts.charge_not_positive";
      context.addIssue({ code: "custom", path: ["amount"], message });
    }
  });
export type OrderLineInput = z.infer<typeof orderLineSchema>;

const instalment = z.strictObject({
  kind: z.enum(["DEPOSIT", "PREPAYMENT", "BALANCE", "AFTER_DELIVERY"]),
  name: needed(40),
  percent,
  dueDays: z.number().int().min(0).max(365).nullable(),
});

export const orderInput = z.strictObject({
  form: z.enum(["FORMAL", "VERBAL"]),
  customerId: z.uuid("contracts.customer_missing"),
  /** The intake record that led here; empty when the order is typed directly (R1.1.1-a). */
  intakeId: z.uuid().nullable(),
  channel: z.enum(["PHONE", "FAX", "EMAIL", "WECHAT", "VISIT", "OTHER"]),
  orderedAt: instant,
  ordererName: needed(40),
  ordererTitle: text(40),
  ordererPhone: text(40),
  customerPoNo: text(60),
  usage: text(500),
  agreedPrice: z.boolean(),
  agreedDelivery: z.boolean(),
  agreedPayment: z.boolean(),
  agreedWith: text(40),
  agreedOn: optionalDate,
  taxRate: z.enum(["0.13", "0.09", "0.06", "0.03", "0.01", "0"]),
  invoiceType: z.enum(["SPECIAL", "ORDINARY", "NONE"]),
  deliveryMethod: z.enum(["EXPRESS", "LOGISTICS", "DELIVERY", "PICKUP"]),
  freightPayer: z.enum(["SUPPLIER", "CUSTOMER", "SHARED"]),
  partialAllowed: z.boolean(),
  packingRequirement: text(200),
  technicalRequirement: text(1000),
  consignee: consigneeSchema,
  paymentTerm: z.enum(["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"]),
  dueDays: z.number().int().min(1).max(365).nullable(),
  paymentChannel: z.enum([
    "BANK_TRANSFER",
    "CHEQUE",
    "CASH",
    "BANK_ACCEPTANCE",
    "COMMERCIAL_ACCEPTANCE",
    "WECHAT",
    "ALIPAY",
    "OTHER",
  ]),
  looserTermReason: text(200),
  formReason: text(200),
  verbalReason: z.enum(["", "REPEAT", "MONTHLY", "ACCUMULATED", "SMALL", "OTHER"]),
  readBackConfirmed: z.boolean(),
  readBackByName: text(40),
  signPlace: text(80),
  signDate: optionalDate,
  validFrom: optionalDate,
  validTo: optionalDate,
  warrantyMonths: z.number().int().min(0).max(120).nullable(),
  objectionDays: z.number().int().min(0).max(90).nullable(),
  originalCount: z.number().int().min(1).max(12),
  clauses: z.partialRecord(z.enum(CLAUSE_KEYS), text(2000)),
  instalments: z.array(instalment).max(12, "contracts.too_many_instalments"),
  productionFeedback: z
    .strictObject({
      department: text(40),
      person: text(40),
      on: optionalDate,
      promisedOn: optionalDate,
      content: text(500),
    })
    .nullable(),
  remark: text(1000),
  lines: z.array(orderLineSchema).max(MAX_ORDER_LINES, "contracts.too_many_lines"),
});
export type OrderInput = z.infer<typeof orderInput>;
/** What the form holds: before zod's transforms. */
export type OrderFormValues = z.input<typeof orderInput>;

/** Which contract, as it was on the screen. */
export const contractRef = z.strictObject({
  contractId: z.uuid(),
  rowVersion: z.number().int().positive(),
});
export type ContractRef = z.infer<typeof contractRef>;

export const saveDraftInput = z.strictObject({
  /** Empty for a new draft. */
  contractId: z.uuid().nullable(),
  rowVersion: z.number().int().positive().nullable(),
  order: orderInput,
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

export const decideInput = contractRef.extend({ comment: text(500) });
export type DecideInput = z.infer<typeof decideInput>;
/** Return, reject and cancel need words. */
export const refuseInput = contractRef.extend({ comment: needed(500) });
export type RefuseInput = z.infer<typeof refuseInput>;

export const confirmRegisterInput = z.strictObject({
  contractIds: z.array(z.uuid()).min(1, "common.required").max(100),
  remark: text(500),
});
export type ConfirmRegisterInput = z.infer<typeof confirmRegisterInput>;

export const customerSignatureInput = contractRef.extend({
  signedOn: date,
  how: z.enum(["COUNTERSIGNED", "FAX", "EMAIL"]),
});
export type CustomerSignatureInput = z.infer<typeof customerSignatureInput>;

export const requestEndInput = contractRef.extend({
  kind: z.enum(["VOID", "TERMINATE", "WAIVE_SIGNATURE"]),
  reason: needed(200),
});
export type RequestEndInput = z.infer<typeof requestEndInput>;

export const decideRequestInput = z.strictObject({
  requestId: z.uuid(),
  rowVersion: z.number().int().positive(),
  decision: z.enum(["AGREE", "REJECT"]),
  comment: text(500),
});
export type DecideRequestInput = z.infer<typeof decideRequestInput>;
