import type { CustomerView } from "./queries";
import type { CustomerFormValues } from "./schema";

/** The form of a new customer; `name` is what somebody typed where the customer was not found. */
export function newCustomerValues(name: string, ownerId: string | null): CustomerFormValues {
  return {
    id: null,
    rowVersion: null,
    name,
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
    category: "NEW",
    isKey: false,
    stage: "ACTIVE",
    ownerId,
    invoiceTitle: "",
    invoiceAddressPhone: "",
    bankName: "",
    bankAccountNo: "",
    defaultInvoiceType: "SPECIAL",
    invoiceMailAddress: "",
    productUsage: "",
    firstQty: "",
    futureQty: "",
    previousUse: "",
    competitors: "",
    remark: "",
    contacts: [],
    addresses: [],
  };
}

/** The form of a customer as it stands. */
export function customerValues(customer: CustomerView): CustomerFormValues {
  const { contacts, addresses, taxId, id, rowVersion } = customer;
  const empty = newCustomerValues("", null);
  const kept = Object.keys(empty) as (keyof CustomerFormValues)[];
  const plain = Object.fromEntries(
    kept.map((key) => [key, key in customer ? customer[key as keyof CustomerView] : empty[key]]),
  ) as unknown as CustomerFormValues;
  return {
    ...plain,
    id,
    rowVersion,
    taxId: taxId ?? "",
    contacts: contacts.map(({ customerId: _customer, sortNo: _no, kind, ...row }) => ({
      ...row,
      kind: kind as CustomerFormValues["contacts"][number]["kind"],
    })),
    addresses: addresses.map(({ customerId: _customer, sortNo: _no, ...row }) => row),
  };
}
