import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { normaliseSpec } from "@/lib/core/spec-text";
import { UnitPrice } from "@/lib/core/unit-price";

export const PRODUCT_CATEGORIES = [
  "MILL",
  "DRILL",
  "TAP",
  "DIE",
  "REAMER",
  "INSERT",
  "TURNING",
  "BORING",
  "HOLDER",
  "GAUGE",
  "FIXTURE",
  "MACHINED_PART",
  "TOOL",
  "OTHER",
] as const;
export type ProductCategory = (typeof PRODUCT_CATEGORIES)[number];

/** The unit that a category is usually counted in (conventions 4.13). */
export const DEFAULT_UNITS: Partial<Record<ProductCategory, string>> = {
  MILL: "支",
  DRILL: "支",
  TAP: "支",
  INSERT: "片",
  TURNING: "把",
  BORING: "把",
  DIE: "副",
  MACHINED_PART: "件",
};

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number, code: string) =>
  z.string().trim().min(1, code).max(max, "common.too_long");
const tidy = (typed: string) => typed.normalize("NFKC").replace(/\s+/gu, " ").trim();

const price = z
  .string()
  .max(20, "common.price_malformed")
  .refine((typed) => typed.trim() === "" || isPrice(typed), "common.price_malformed")
  .transform((typed) => (typed.trim() === "" ? "" : (UnitPrice.parse(typed)?.toString() ?? "")));

function isPrice(typed: string): boolean {
  const parsed = UnitPrice.parse(typed);
  return parsed !== null && !parsed.isNegative();
}

const quantity = z
  .string()
  .max(20, "common.quantity_malformed")
  .refine((typed) => typed.trim() === "" || isQuantity(typed), "common.quantity_malformed")
  .transform((typed) => (typed.trim() === "" ? "" : (Quantity.parse(typed)?.toString() ?? "")));

function isQuantity(typed: string): boolean {
  const parsed = Quantity.parse(typed);
  return parsed !== null && !parsed.isNegative();
}

const packInput = z.strictObject({
  unit: needed(8, "products.pack_unit_missing"),
  factor: z
    .string()
    .max(20, "common.quantity_malformed")
    .refine((typed) => Quantity.parse(typed)?.isPositive() === true, "products.factor_not_positive")
    .transform((typed) => Quantity.parse(typed)?.toString() ?? "1"),
});

const leadTime = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, "products.days_malformed");

const fields = z.strictObject({
  id: z.uuid().nullable(),
  rowVersion: z.int().nullable(),
  name: needed(80, "products.name_missing").transform(tidy),
  category: z.enum(PRODUCT_CATEGORIES, "products.category_missing"),
  spec: needed(120, "products.spec_missing").transform(normaliseSpec),
  drawingNo: text(60).transform(tidy),
  drawingRev: text(20).transform(tidy),
  material: text(40).transform(tidy),
  coating: text(40).transform(tidy),
  accuracyGrade: text(40).transform(tidy),
  shank: text(40).transform(tidy),
  brand: text(40),
  unit: needed(8, "products.unit_missing"),
  packs: z.array(packInput).max(8, "products.too_many_packs"),
  isStandard: z.boolean(),
  firstProducedOn: z
    .string()
    .refine((text): boolean => isCalendarDate(text), "common.date_malformed")
    .nullable(),
  isTool: z.boolean(),
  qualityStandard: text(80),
  /** Tax-inclusive; empty while nobody has set one. */
  listPrice: price,
  minStock: quantity,
  maxStock: quantity,
  leadTimeDays: leadTime,
  specialistId: z.uuid().nullable(),
  remark: text(500),
});

/** A new product, or a changed one when `id` and `rowVersion` are given. */
export const saveProductInput = fields.superRefine((product, context) => {
  const refuse = (path: (string | number)[], code: string) =>
    context.addIssue({ code: "custom", path, message: code });
  if (!product.isStandard && product.drawingNo === "")
    refuse(["drawingNo"], "products.drawing_missing");
  product.packs.forEach(({ unit }, index) => {
    const isTwice = product.packs.findIndex((pack) => pack.unit === unit) !== index;
    if (unit === product.unit || isTwice)
      refuse(["packs", index, "unit"], "products.pack_unit_twice");
  });
  if (product.minStock !== "" && product.maxStock !== "") {
    const most = Quantity.of(product.maxStock);
    if (Quantity.of(product.minStock).isGreaterThan(most)) {
      refuse(["maxStock"], "products.stock_bounds_reversed");
    }
  }
});
export type SaveProductInput = z.output<typeof saveProductInput>;
/** What the form holds while somebody types. */
export type ProductFormValues = z.input<typeof saveProductInput>;

export const setProductActiveInput = z.strictObject({
  id: z.uuid(),
  rowVersion: z.int(),
  active: z.boolean(),
  comment: z.string().trim().min(1, "products.reason_missing").max(200, "common.too_long"),
});
export type SetProductActiveInput = z.output<typeof setProductActiveInput>;

export const decideStandardInput = z.strictObject({
  id: z.uuid(),
  rowVersion: z.int(),
  isStandard: z.boolean(),
  firstProducedOn: z
    .string()
    .refine((text): boolean => isCalendarDate(text), "common.date_malformed")
    .nullable(),
  specialistId: z.uuid().nullable(),
});
export type DecideStandardInput = z.output<typeof decideStandardInput>;
