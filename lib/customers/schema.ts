import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import {
  parseBankAccountNo,
  parseEmail,
  parseLandline,
  parseMobile,
  parsePhone,
  parsePostalCode,
} from "@/lib/core/contact-data";
import { isLegacyTaxId, isValidUscc, normaliseUscc } from "@/lib/core/tax-id";
import { nameKey, tidyName } from "./name-key";

export const CUSTOMER_CATEGORIES = [
  "KEY",
  "GENERAL",
  "DEALER",
  "END_USER",
  "NEW",
  "TARGET",
] as const;
export type CustomerCategory = (typeof CUSTOMER_CATEGORIES)[number];
export const CUSTOMER_STAGES = ["TARGET", "ACTIVE", "DORMANT", "LOST"] as const;
export const TAX_ID_TYPES = ["USCC", "LEGACY_TAX", "NONE"] as const;
export const INVOICE_TYPES = ["SPECIAL", "ORDINARY", "NONE"] as const;
export const CONTACT_KINDS = ["PURCHASING", "TECHNICAL", "FINANCE", "RECEIVING"] as const;
export const MAX_ROWS = 50;

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number, code: string) =>
  z.string().trim().min(1, code).max(max, "common.too_long");

/** "" stays; anything else is parsed into the form that is stored, or refused with the code. */
const parsed = (parse: (typed: string) => string | null, code: string, max: number) =>
  text(Math.max(max, 40)).transform((typed, context) => {
    if (typed === "") return "";
    const stored = parse(typed);
    if (stored !== null && stored.length <= max) return stored;
    context.addIssue({ code: "custom", message: code });
    return z.NEVER;
  });

const mobile = parsed(parseMobile, "customers.mobile_malformed", 11);
const landline = parsed(parseLandline, "customers.landline_malformed", 24);
const anyPhone = parsed(parsePhone, "customers.phone_malformed", 40);
const postalCode = parsed(parsePostalCode, "customers.postal_code_malformed", 6);
const rowId = z.uuid().nullable();

const contactInput = z.strictObject({
  id: rowId,
  name: needed(40, "customers.contact_name_missing"),
  department: text(40),
  title: text(40),
  mobile,
  landline,
  email: parsed(parseEmail, "customers.email_malformed", 120),
  wechatOrQq: text(40),
  kind: z.enum(CONTACT_KINDS),
  isDefault: z.boolean(),
});
export type ContactInput = z.output<typeof contactInput>;

const addressInput = z
  .strictObject({
    id: rowId,
    company: text(80),
    contactPerson: needed(40, "customers.consignee_missing"),
    mobile,
    landline,
    province: needed(20, "customers.province_missing"),
    city: text(20),
    district: text(30),
    town: text(30),
    detail: needed(120, "customers.address_missing"),
    postalCode,
    isDefault: z.boolean(),
  })
  .refine((address) => address.mobile !== "" || address.landline !== "", {
    path: ["mobile"],
    error: "customers.consignee_phone_missing",
  });
export type AddressInput = z.output<typeof addressInput>;

const fields = z.strictObject({
  id: z.uuid().nullable(),
  rowVersion: z.int().nullable(),
  name: needed(80, "customers.name_missing")
    .transform(tidyName)
    .refine((name) => nameKey(name) !== "", "customers.name_missing"),
  shortName: text(40),
  taxIdType: z.enum(TAX_ID_TYPES),
  taxId: text(30).transform(normaliseUscc),
  legalRep: text(40),
  ownership: text(40),
  industry: text(60),
  mainProducts: text(200),
  scale: text(60),
  registeredAddress: text(200),
  businessAddress: text(200),
  postalCode,
  phone: anyPhone,
  fax: parsed(parseLandline, "customers.landline_malformed", 40),
  website: text(120),
  source: text(60),
  groupName: text(80),
  category: z.enum(CUSTOMER_CATEGORIES, "customers.category_missing"),
  isKey: z.boolean(),
  stage: z.enum(CUSTOMER_STAGES),
  ownerId: z.uuid().nullable(),
  invoiceTitle: text(80),
  invoiceAddressPhone: text(200),
  bankName: text(80),
  bankAccountNo: parsed(parseBankAccountNo, "customers.bank_account_malformed", 32),
  defaultInvoiceType: z.enum(INVOICE_TYPES),
  invoiceMailAddress: text(200),
  productUsage: text(500),
  firstQty: text(80),
  futureQty: text(80),
  previousUse: text(500),
  competitors: text(200),
  remark: text(1000),
  contacts: z.array(contactInput).max(MAX_ROWS, "customers.too_many_rows"),
  addresses: z.array(addressInput).max(MAX_ROWS, "customers.too_many_rows"),
});

/** A new customer, or a changed one when `id` and `rowVersion` are given. Terms are not among the fields: F20. */
export const saveCustomerInput = fields.superRefine((customer, context) => {
  const code = taxIdProblem(customer);
  if (code) context.addIssue({ code: "custom", path: ["taxId"], message: code });
});
export type SaveCustomerInput = z.output<typeof saveCustomerInput>;
/** What the form holds while somebody types. */
export type CustomerFormValues = z.input<typeof saveCustomerInput>;

type TaxIdFields = {
  taxIdType: (typeof TAX_ID_TYPES)[number];
  taxId: string;
  defaultInvoiceType: (typeof INVOICE_TYPES)[number];
};

/** Why a tax id cannot stand (conventions 4.4): a special invoice needs a valid USCC. Null when it can. */
function taxIdProblem({ taxIdType, taxId, defaultInvoiceType }: TaxIdFields): string | null {
  if (defaultInvoiceType === "SPECIAL" && (taxIdType !== "USCC" || taxId === "")) {
    return "customers.special_invoice_needs_uscc";
  }
  if (taxId === "") return null;
  if (taxIdType === "USCC" && !isValidUscc(taxId)) return "customers.uscc_malformed";
  if (taxIdType === "LEGACY_TAX" && !isLegacyTaxId(taxId)) return "customers.tax_id_malformed";
  return taxIdType === "NONE" ? "customers.tax_id_not_expected" : null;
}

export const confirmStartInput = z.strictObject({
  id: z.uuid(),
  rowVersion: z.int(),
  startOn: z.string().refine((text): boolean => isCalendarDate(text), "common.date_malformed"),
  evidence: needed(200, "customers.evidence_missing"),
});
export type ConfirmStartInput = z.output<typeof confirmStartInput>;

export const mergeCustomersInput = z.strictObject({
  duplicateId: z.uuid(),
  rowVersion: z.int(),
  survivorId: z.uuid("customers.survivor_missing"),
  reason: needed(200, "customers.reason_missing"),
});
export type MergeCustomersInput = z.output<typeof mergeCustomersInput>;
