/** What the forms of the preparation order send (F08). */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";

const MAX_PREPARATION_LINES = 300;

const date = z
  .string()
  .refine(isCalendarDate, "common.date_malformed")
  .transform((text) => (isCalendarDate(text) ? text : z.NEVER));
const text = (max: number) => z.string().trim().max(max, "common.too_long");

/** Quantities by line; an empty cell is zero. */
const quantities = z
  .record(
    z.uuid(),
    z.string().refine((typed) => typed.trim() === "" || Quantity.parse(typed) !== null, {
      message: "common.quantity_malformed",
    }),
  )
  .refine(
    (cells) => Object.keys(cells).length <= MAX_PREPARATION_LINES,
    "preparation.too_many_lines",
  );

export const savePreparationInput = z.strictObject({
  contractId: z.uuid(),
  /** Null for a new order. */
  preparationId: z.uuid().nullable(),
  rowVersion: z.int().positive().nullable(),
  dueOn: date,
  packingRequirement: text(200),
  remark: text(1000),
  /** By contract line. */
  quantities,
});
export type SavePreparationInput = z.output<typeof savePreparationInput>;

const ref = { preparationId: z.uuid(), rowVersion: z.int().positive() };

export const preparationRef = z.strictObject(ref);
export type PreparationRef = z.output<typeof preparationRef>;

export const signPreparationInput = z.strictObject({ ...ref, comment: text(500).default("") });
export type SignPreparationInput = z.output<typeof signPreparationInput>;

export const refusePreparationInput = z.strictObject({
  ...ref,
  comment: text(200).min(1, "common.required"),
});
export type RefusePreparationInput = z.output<typeof refusePreparationInput>;

export const finishPreparationInput = z.strictObject({
  ...ref,
  /** By line of the order. */
  prepared: quantities,
  bins: z.record(z.uuid(), text(60)),
  shortageNote: text(500),
});
export type FinishPreparationInput = z.output<typeof finishPreparationInput>;

/** The cells that hold a quantity above zero. */
export function typedQuantities(cells: Readonly<Record<string, string>>): Map<string, Quantity> {
  return new Map(
    Object.entries(cells).flatMap(([id, typed]): [string, Quantity][] => {
      const quantity = Quantity.parse(typed);
      return quantity && !quantity.isZero() ? [[id, quantity]] : [];
    }),
  );
}
