/** What the forms about people send. */
import * as z from "zod";
import { DELEGATED_STEPS, DUTIES, ROLES } from "@/lib/auth/roles";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { parseEmail, parsePhone } from "@/lib/core/contact-data";
import { Money } from "@/lib/core/money";
import { MAX_PASSWORD_LENGTH } from "./password-policy";

const requiredText = (max: number) =>
  z.string().trim().min(1, "common.required").max(max, "common.too_long");
const rowVersion = z.int().positive();
const personId = z.uuid("common.required");

function parsed(parse: (text: string) => string | null, code: string, max: number) {
  return z
    .string()
    .trim()
    .max(max, "common.too_long")
    .transform((text, context) => {
      if (text === "") return null;
      const stored = parse(text);
      if (stored === null) context.addIssue({ code: "custom", message: code });
      return stored;
    });
}

const businessDate = z
  .string()
  .nullable()
  .transform((text, context) => {
    if (text !== null && isCalendarDate(text)) return text;
    context.addIssue({ code: "custom", message: "common.date_malformed" });
    return z.NEVER;
  });

const optionalDate = z
  .string()
  .nullable()
  .transform((text, context) => {
    if (text === null || text === "") return null;
    if (isCalendarDate(text)) return text;
    context.addIssue({ code: "custom", message: "common.date_malformed" });
    return z.NEVER;
  });

const details = {
  displayName: requiredText(40),
  role: z.enum(ROLES, "common.required"),
  department: requiredText(40),
  phone: parsed(parsePhone, "people.phone_malformed", 40),
  email: parsed(parseEmail, "people.email_malformed", 120),
};

export const createPersonInput = z.strictObject({
  username: requiredText(40)
    .transform((text) => text.toLowerCase())
    .refine((name) => /^[a-z][a-z0-9._-]{1,39}$/.test(name), "people.username_malformed"),
  ...details,
});
export type CreatePersonInput = z.output<typeof createPersonInput>;

export const changePersonInput = z.strictObject({ personId, rowVersion, ...details });
export type ChangePersonInput = z.output<typeof changePersonInput>;

/** Reset, reactivate and end sessions ask for no more than whom. */
export const personInput = z.strictObject({ personId, rowVersion });
export type PersonInput = z.output<typeof personInput>;

export const deactivatePersonInput = z.strictObject({
  personId,
  rowVersion,
  /** Who takes over; null when nothing is open. */
  successorId: z
    .string()
    .nullable()
    .transform((text) => (text === "" ? null : text))
    .pipe(z.uuid("common.required").nullable()),
  reason: requiredText(200),
});
export type DeactivatePersonInput = z.output<typeof deactivatePersonInput>;

export const changeOwnPasswordInput = z
  .strictObject({
    currentPassword: z.string().min(1, "common.required").max(MAX_PASSWORD_LENGTH),
    newPassword: z.string().min(1, "common.required").max(MAX_PASSWORD_LENGTH, "common.too_long"),
    repeated: z.string().max(MAX_PASSWORD_LENGTH),
  })
  .refine(({ newPassword, repeated }) => newPassword === repeated, {
    path: ["repeated"],
    error: "people.passwords_differ",
  });
export type ChangeOwnPasswordInput = z.output<typeof changeOwnPasswordInput>;

export const assignDutyInput = z.strictObject({
  duty: z.enum(DUTIES, "common.required"),
  personId,
  fromOn: businessDate,
  toOn: optionalDate,
});
export type AssignDutyInput = z.output<typeof assignDutyInput>;

export const endDutyInput = z.strictObject({
  assignmentId: z.uuid(),
  /** The last day on which it holds. */
  toOn: businessDate,
});
export type EndDutyInput = z.output<typeof endDutyInput>;

export const issueDelegationInput = z.strictObject({
  principalId: personId,
  delegateId: personId,
  step: z.enum(DELEGATED_STEPS, "common.required"),
  fromOn: businessDate,
  toOn: businessDate,
  reason: requiredText(200),
  /** Kinds of documents that it covers; none for all of the step. */
  documentKinds: z.array(z.string().max(40)).max(30).default([]),
  /** Tax-inclusive yuan, inclusive; null without limit. */
  amountLimit: z
    .string()
    .max(20, "common.amount_malformed")
    .nullable()
    .default(null)
    .transform((text) => (text?.trim() ? text.trim() : null))
    .refine((text) => text === null || (Money.parse(text)?.isPositive() ?? false), {
      error: "common.amount_malformed",
    }),
});
export type IssueDelegationInput = z.output<typeof issueDelegationInput>;

export const revokeDelegationInput = z.strictObject({
  delegationId: z.uuid(),
  comment: requiredText(200),
});
export type RevokeDelegationInput = z.output<typeof revokeDelegationInput>;
