import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { nameKey } from "@/lib/customers/name-key";
import type { CustomerFormValues } from "@/lib/customers/schema";
import { customerSearchText } from "@/lib/customers/search-source";
import { db } from "@/lib/server/db";
import type { CustomerCategory, SettlementMode } from "@/lib/server/generated/enums";
import { newId } from "@/lib/server/ids";

let count = 0;

type CustomerOptions = {
  name?: string;
  customerCode?: string;
  shortName?: string;
  taxId?: string | null;
  category?: CustomerCategory;
  ownerId?: string | null;
  /** A confirmed date from before this system; tenure and tier follow from it. */
  cooperationStart?: string;
  mode?: SettlementMode;
  limit?: string;
  accumulatedFrom?: string;
  creditRevoked?: boolean;
  designatedPrepaid?: boolean;
  contact?: { name: string; mobile: string };
};

/** A customer with a contact and a consignee, ready to be ordered for; prepaid and new unless said otherwise. */
export async function createCustomer(options: CustomerOptions = {}) {
  count += 1;
  const id = newId();
  const number = String(count).padStart(4, "0");
  const {
    name = `大连测试机械${number}有限公司`,
    customerCode = `T${process.pid % 1000}-${number}`,
    shortName = "",
    taxId = null,
    contact = { name: "王工", mobile: `1390000${number}` },
    mode = "PREPAID",
    accumulatedFrom = mode === "ACCUMULATED" ? "10000.00" : null,
  } = options;
  const contacts = [{ ...contact, landline: "", isDefault: true }];
  const addresses = [
    {
      company: name,
      contactPerson: contact.name,
      mobile: contact.mobile,
      landline: "",
      province: "辽宁省",
      city: "大连市",
      district: "甘井子区",
      detail: "中华西路18号",
      postalCode: "116033",
      isDefault: true,
    },
  ];
  const legacy = options.cooperationStart
    ? {
        legacyStartOn: toDbDate(calendarDate(options.cooperationStart)),
        legacyEvidence: "2020 年合同复印件",
        legacyConfirmedById: id,
        legacyConfirmedAt: toDbDate(calendarDate(options.cooperationStart)),
      }
    : {};
  return db.customer.create({
    data: {
      id,
      customerCode,
      name,
      nameKey: nameKey(name),
      shortName,
      taxId,
      category: options.category ?? "GENERAL",
      ownerId: options.ownerId ?? null,
      settlementMode: mode,
      creditLimit: options.limit ?? null,
      accumulatedFrom,
      creditRevoked: options.creditRevoked ?? false,
      designatedPrepaid: options.designatedPrepaid ?? false,
      ...legacy,
      searchText: customerSearchText({
        customerCode,
        name,
        shortName,
        taxId,
        phone: "",
        groupName: "",
        formerNames: [],
        contacts,
        addresses,
      }),
      createdById: id,
      contacts: { create: contacts },
      addresses: { create: addresses },
    },
  });
}

/** The form of a new customer, filled in so that it can be saved. */
export function aCustomerForm(changes: Partial<CustomerFormValues> = {}): CustomerFormValues {
  count += 1;
  return {
    id: null,
    rowVersion: null,
    name: `沈阳新客户${count}有限公司`,
    shortName: "",
    taxIdType: "USCC",
    taxId: "",
    legalRep: "",
    ownership: "",
    industry: "",
    mainProducts: "",
    scale: "",
    registeredAddress: "",
    businessAddress: "",
    postalCode: "",
    phone: "",
    fax: "",
    website: "",
    source: "",
    groupName: "",
    category: "GENERAL",
    isKey: false,
    stage: "ACTIVE",
    ownerId: null,
    invoiceTitle: "",
    invoiceAddressPhone: "",
    bankName: "",
    bankAccountNo: "",
    defaultInvoiceType: "NONE",
    invoiceMailAddress: "",
    productUsage: "",
    firstQty: "",
    futureQty: "",
    previousUse: "",
    competitors: "",
    remark: "",
    contacts: [],
    addresses: [],
    ...changes,
  };
}

/** An effective contract as the tenure sees it. */
export function createCooperation(customerId: string, effectiveOn: string) {
  return db.cooperationFact.create({
    data: {
      contractId: newId(),
      customerId,
      effectiveOn: toDbDate(calendarDate(effectiveOn)),
    },
  });
}

/** The audit rows about a subject, oldest first. */
export function auditTypesOf(subjectId: string) {
  return db.auditEvent
    .findMany({ where: { subjectId }, orderBy: { at: "asc" }, select: { type: true } })
    .then((rows) => rows.map(({ type }) => type));
}
