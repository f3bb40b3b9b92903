/** Values of settings as they are typed (text in every field) and as they are stored. */
import * as z from "zod";
import { Money } from "@/lib/core/money";

/** One input of a setting's form. */
export type SettingField = {
  name: string;
  kind: "money" | "whole" | "choice" | "lines" | "factor";
  /** Values of a choice; labels at `settings.choices.<value>`. */
  choices?: readonly string[];
  /** What a whole number counts; the word is at `settings.units_of.<unit>`. */
  unit?: "days" | "years";
};

export const moneyText = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, "common.amount_malformed")
  .transform((text) => Money.of(text).toString());

/** A whole number of days, years or months. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, "settings.whole_number")
    .transform((text) => Number.parseInt(text, 10))
    .refine((number) => number >= min && number <= max, {
      error: "settings.number_out_of_range",
      params: { min: String(min), max: String(max) },
    });
}

export const factorText = z
  .string()
  .trim()
  .regex(/^[0-9](\.\d{1,4})?$/, "settings.factor_malformed")
  .refine((text) => !/^0(\.0*)?$/.test(text), "settings.factor_malformed");

/** Short names, one a line; empty lines and repetitions are dropped. */
export const nameLines = z
  .string()
  .transform((text) =>
    [...new Set(text.split(/[\n、,，]/).map((name) => name.trim()))].filter(Boolean),
  )
  .refine((names) => names.length > 0, "common.required")
  .refine((names) => names.length <= 40, "common.too_long")
  .refine((names) => names.every((name) => name.length <= 40), "common.too_long");
