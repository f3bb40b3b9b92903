/** What the set-up and settings forms send. */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import {
  parseBankAccountNo,
  parseLandline,
  parsePhone,
  parsePostalCode,
} from "@/lib/core/contact-data";
import { isValidUscc, normaliseUscc } from "@/lib/core/tax-id";
import { isWaybillPattern } from "@/lib/core/waybill-shape";
import { CLAUSE_KEYS } from "./clause-keys";
import { SETTING_KEYS } from "./setting-specs";
import { TAX_RATES } from "./tax-rates";

const requiredText = (max: number) =>
  z.string().trim().min(1, "common.required").max(max, "common.too_long");
const optionalText = (max: number) => z.string().trim().max(max, "common.too_long");
const rowVersion = z.int().positive();

/** Typed text -> stored text by a parser of contact data; `code` when it is none. */
function parsed(parse: (text: string) => string | null, code: string, required: boolean) {
  return z
    .string()
    .trim()
    .max(60, "common.too_long")
    .transform((text, context) => {
      if (text === "") {
        if (required) context.addIssue({ code: "custom", message: "common.required" });
        return "";
      }
      const stored = parse(text);
      if (stored === null) context.addIssue({ code: "custom", message: code });
      return stored ?? "";
    });
}

const companyFields = {
  name: requiredText(80),
  uscc: requiredText(40).transform(normaliseUscc).refine(isValidUscc, "settings.uscc_malformed"),
  address: requiredText(200),
  legalRep: requiredText(40),
  agent: optionalText(40),
  phone: parsed(parsePhone, "settings.phone_malformed", true),
  fax: parsed(parseLandline, "settings.fax_malformed", false),
  postalCode: parsed(parsePostalCode, "settings.postal_code_malformed", false),
  signPlace: requiredText(80),
  defaultTaxRate: z.enum(TAX_RATES, "common.required"),
};

export const saveCompanyInput = z.strictObject({
  ...companyFields,
  /** Null when there is no profile yet. */
  rowVersion: rowVersion.nullable(),
});
export type SaveCompanyInput = z.output<typeof saveCompanyInput>;

/** First set-up: the profile and, if at hand, the account on which money arrives. */
export const setUpCompanyInput = z
  .strictObject({
    ...companyFields,
    bankName: optionalText(80),
    accountNo: parsed(parseBankAccountNo, "settings.account_no_malformed", false),
  })
  .refine(({ bankName, accountNo }) => (bankName === "") === (accountNo === ""), {
    path: ["bankName"],
    error: "settings.bank_incomplete",
  });
export type SetUpCompanyInput = z.output<typeof setUpCompanyInput>;

export const saveBankAccountInput = z.strictObject({
  /** Null for a new one; then `rowVersion` is null too. */
  id: z.uuid().nullable(),
  rowVersion: rowVersion.nullable(),
  bankName: requiredText(80),
  accountName: requiredText(80),
  accountNo: parsed(parseBankAccountNo, "settings.account_no_malformed", true),
  isDefault: z.boolean(),
  active: z.boolean(),
});
export type SaveBankAccountInput = z.output<typeof saveBankAccountInput>;

export const saveCourierInput = z.strictObject({
  id: z.uuid().nullable(),
  rowVersion: rowVersion.nullable(),
  code: requiredText(12)
    .transform((text) => text.toUpperCase())
    .refine((code) => /^[A-Z0-9]+$/.test(code), "settings.courier_code_malformed"),
  name: requiredText(40),
  waybillPattern: optionalText(200).refine(
    (pattern) => pattern === "" || isWaybillPattern(pattern),
    "settings.pattern_refused",
  ),
  isOrdinaryExpress: z.boolean(),
  hotline: optionalText(40),
  monthlyAccountNo: optionalText(40),
  active: z.boolean(),
});
export type SaveCourierInput = z.output<typeof saveCourierInput>;

export const saveUnitInput = z.strictObject({
  name: requiredText(8),
  /** Null for a new one. A unit's name never changes: documents carry it. */
  rowVersion: rowVersion.nullable(),
  allowFraction: z.boolean(),
  sortNo: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, "settings.whole_number")
    .transform((text) => Number.parseInt(text, 10)),
  active: z.boolean(),
});
export type SaveUnitInput = z.output<typeof saveUnitInput>;

export const saveClauseTemplateInput = z.strictObject({
  id: z.uuid().nullable(),
  rowVersion: rowVersion.nullable(),
  clauseKey: z.enum(CLAUSE_KEYS, "common.required"),
  title: requiredText(60),
  text: requiredText(2000),
  isDefault: z.boolean(),
  active: z.boolean(),
});
export type SaveClauseTemplateInput = z.output<typeof saveClauseTemplateInput>;

export const CALENDAR_KINDS = ["REST", "WORK", "PLAIN"] as const;

const calendarDay = z
  .string("common.required")
  .nullable()
  .transform((text, context) => {
    if (text !== null && isCalendarDate(text)) return text;
    context.addIssue({ code: "custom", message: "common.date_malformed" });
    return z.NEVER;
  });

/** Some days in a row: rest days, worked days, or again as the plain week has them. */
export const setCalendarDaysInput = z
  .strictObject({
    fromOn: calendarDay,
    toOn: calendarDay,
    kind: z.enum(CALENDAR_KINDS, "common.required"),
    name: optionalText(40),
  })
  .refine(({ kind, name }) => kind === "PLAIN" || name !== "", {
    path: ["name"],
    error: "common.required",
  });
export type SetCalendarDaysInput = z.output<typeof setCalendarDaysInput>;

export const changeSettingInput = z.strictObject({
  key: z.enum(SETTING_KEYS),
  /** What was typed, by field of the setting. */
  fields: z.record(z.string().max(20), z.string().max(2000, "common.too_long")),
  effectiveFrom: z
    .string()
    .nullable()
    .transform((text, context) => {
      if (text !== null && isCalendarDate(text)) return text;
      context.addIssue({ code: "custom", message: "common.date_malformed" });
      return z.NEVER;
    }),
  reason: requiredText(200),
  /** The newest version that the person has seen; null when there was none. */
  seenVersionId: z.uuid().nullable(),
});
export type ChangeSettingInput = z.output<typeof changeSettingInput>;

const COMPANY_IMAGE_KINDS = ["logo", "stamp"] as const;
export type CompanyImageKind = (typeof COMPANY_IMAGE_KINDS)[number];

/** An upload names its subject too, which is always the company. */
export const companyImageInput = z.object({ kind: z.enum(COMPANY_IMAGE_KINDS) });

export const removeCompanyImageInput = z.strictObject({ kind: z.enum(COMPANY_IMAGE_KINDS) });
export type RemoveCompanyImageInput = z.infer<typeof removeCompanyImageInput>;
