/** What the screens of the requirements review (F05) send. */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import {
  CONCLUSIONS,
  OPINION_RESULTS,
  REVIEW_DEPARTMENTS,
  REVIEW_KINDS,
  REVIEW_MODES,
} from "@/lib/reviews/policy";

const MAX_LINES = 100;

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number) => text(max).min(1, "common.required");
const date = z.string().refine(isCalendarDate, "common.date_malformed");
const optionalDate = z
  .union([z.literal(""), date])
  .transform((value) => (value === "" ? null : value));
const optionalPrice = z
  .string()
  .trim()
  .refine((value) => value === "" || UnitPrice.parse(value) !== null, "reviews.price_malformed")
  .refine(
    (value) => value === "" || !(UnitPrice.parse(value)?.isNegative() ?? false),
    "reviews.price_malformed",
  )
  .transform((value) => (value === "" ? null : value));

const line = z.strictObject({
  productId: z.uuid().nullable(),
  productName: needed(80),
  spec: needed(120),
  drawingNo: text(60),
  drawingRev: text(20),
  material: text(40),
  coating: text(40),
  accuracyGrade: text(40),
  unit: needed(8),
  quantity: z
    .string()
    .refine((value) => Quantity.parse(value) !== null, "reviews.quantity_malformed")
    .refine((value) => Quantity.parse(value)?.isPositive() ?? true, "reviews.quantity_malformed"),
  usage: text(200),
  wantedOn: date,
  targetPrice: optionalPrice,
  lineRemark: text(200),
});

export type ReviewLineValues = z.input<typeof line>;

export const reviewInput = z.strictObject({
  customerId: z.uuid("reviews.customer_missing"),
  contactName: text(40),
  /** The intake record that led here; empty when the review is typed directly (R1.1.1-a). */
  intakeId: z.uuid().nullable(),
  /** How the wish came, for the record that a directly typed review writes itself. */
  channel: z.enum(["PHONE", "FAX", "EMAIL", "WECHAT", "VISIT", "OTHER"]),
  receivedAt: z.iso.datetime({ offset: true, error: "common.date_malformed" }),
  contactPhone: text(40),
  reviewOn: date,
  reviewKind: z.enum(REVIEW_KINDS),
  reviewMode: z.enum(REVIEW_MODES),
  technicalRequirement: text(2000),
  impliedRequirement: text(1000),
  legalRequirement: text(1000),
  additionalRequirement: text(1000),
  differences: text(1000),
  remark: text(1000),
  /** What is asked of whom; the compulsory departments are always among them. */
  opinions: z
    .array(z.strictObject({ department: z.enum(REVIEW_DEPARTMENTS), item: text(300) }))
    .max(REVIEW_DEPARTMENTS.length)
    .refine(
      (rows) => new Set(rows.map(({ department }) => department)).size === rows.length,
      "reviews.department_twice",
    ),
  lines: z.array(line).max(MAX_LINES, "reviews.too_many_lines"),
});
export type ReviewInput = z.output<typeof reviewInput>;
export type ReviewFormValues = z.input<typeof reviewInput>;

export const saveReviewInput = z.strictObject({
  /** Empty for a new draft. */
  id: z.uuid().nullable(),
  rowVersion: z.int().positive().nullable(),
  review: reviewInput,
});
export type SaveReviewInput = z.output<typeof saveReviewInput>;

const seen = { id: z.uuid(), rowVersion: z.int().positive() };
const words = text(500).min(1, "reviews.comment_missing");

export const moveReviewInput = z.strictObject(seen);
export type MoveReviewInput = z.output<typeof moveReviewInput>;
export const signReviewInput = z.strictObject({ ...seen, comment: text(500).default("") });
export type SignReviewInput = z.output<typeof signReviewInput>;
export const refuseReviewInput = z.strictObject({ ...seen, comment: words });
export type RefuseReviewInput = z.output<typeof refuseReviewInput>;

export const answerReviewInput = z.strictObject({
  reviewId: z.uuid(),
  department: z.enum(REVIEW_DEPARTMENTS),
  /** Of the department's own part. */
  rowVersion: z.int().positive(),
  result: z.enum(OPINION_RESULTS, "reviews.result_missing"),
  detail: text(1000),
  measures: text(500),
  lines: z
    .array(
      z.strictObject({
        reviewLineId: z.uuid(),
        proposedOn: optionalDate,
        proposedPrice: optionalPrice,
      }),
    )
    .max(MAX_LINES),
});
export type AnswerReviewInput = z.output<typeof answerReviewInput>;
export type AnswerFormValues = z.input<typeof answerReviewInput>;

export const concludeReviewInput = z.strictObject({
  ...seen,
  conclusion: z.enum(CONCLUSIONS, "reviews.conclusion_missing"),
  note: text(1000),
  lines: z
    .array(
      z.strictObject({
        reviewLineId: z.uuid(),
        approvedOn: optionalDate,
        approvedPrice: optionalPrice,
      }),
    )
    .max(MAX_LINES),
});
export type ConcludeReviewInput = z.output<typeof concludeReviewInput>;
export type ConcludeFormValues = z.input<typeof concludeReviewInput>;
