import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { isUuid } from "@/lib/core/uuid";
import { db, type Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import type { CustomerCategory, InvoiceType } from "@/lib/server/generated/enums";
import { findCooperationStart } from "./cooperation";
import { customerScope } from "./scope";

export { resolveCustomersByName } from "./search";

const whole = {
  contacts: { orderBy: [{ sortNo: "asc" }, { id: "asc" }] },
  addresses: { orderBy: [{ sortNo: "asc" }, { id: "asc" }] },
  formerNames: { orderBy: [{ untilOn: "desc" }, { id: "desc" }] },
} satisfies Prisma.CustomerInclude;

type WholeCustomer = Prisma.CustomerGetPayload<{ include: typeof whole }>;

/** One customer as its pages show it; amounts and dates as plain text. */
export type CustomerView = Omit<
  WholeCustomer,
  "creditLimit" | "accumulatedFrom" | "legacyStartOn" | "formerNames" | "searchText"
> & {
  ownerName: string | null;
  legacyStartOn: CalendarDate | null;
  legacyConfirmedByName: string | null;
  cooperationStart: CalendarDate | null;
  formerNames: { id: string; name: string; untilOn: CalendarDate }[];
  mergedFrom: { id: string; customerCode: string; name: string }[];
};

/**
 * The customer's file; null when there is none or it is not for these eyes. A merged file names the one that
 * stayed in `mergedIntoId`.
 */
export async function findCustomer(actor: Actor, id: string): Promise<CustomerView | null> {
  if (!isUuid(id)) return null;
  const customer = await db.customer.findFirst({
    where: { id, ...customerScope(actor) },
    include: whole,
  });
  if (!customer) return null;
  const people = [customer.ownerId, customer.legacyConfirmedById].filter((who) => who !== null);
  const [names, mergedFrom, cooperationStart] = await Promise.all([
    personNames(people),
    db.customer.findMany({
      where: { mergedIntoId: id },
      orderBy: { customerCode: "asc" },
      select: { id: true, customerCode: true, name: true },
    }),
    findCooperationStart(db, id),
  ]);
  const { creditLimit: _limit, accumulatedFrom: _from, searchText: _text, ...fields } = customer;
  return {
    ...fields,
    legacyStartOn: customer.legacyStartOn ? fromDbDate(customer.legacyStartOn) : null,
    formerNames: customer.formerNames.map(({ id: nameId, name, untilOn }) => ({
      id: nameId,
      name,
      untilOn: fromDbDate(untilOn),
    })),
    ownerName: names.get(customer.ownerId ?? "") ?? null,
    legacyConfirmedByName: names.get(customer.legacyConfirmedById ?? "") ?? null,
    cooperationStart,
    mergedFrom,
  };
}

async function personNames(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await db.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, displayName: true },
  });
  return new Map(people.map(({ id, displayName }) => [id, displayName]));
}

/** The people who can look after customers, by name. */
export function listOwners(): Promise<{ id: string; displayName: string }[]> {
  return db.person.findMany({
    where: { active: true, role: { in: ["CLERK", "SALESPERSON", "SECTION_CHIEF"] } },
    orderBy: [{ role: "asc" }, { displayName: "asc" }],
    select: { id: true, displayName: true },
  });
}

/** The buyer's party block as papers print it (snapshot). */
type BuyerBlock = {
  name: string;
  address: string;
  legalRep: string;
  agent: string;
  phone: string;
  fax: string;
  taxId: string;
  bankName: string;
  bankAccountNo: string;
  postalCode: string;
};

/** Whom goods go to, as documents keep it. */
export type ConsigneeBlock = {
  company: string;
  contactPerson: string;
  phone: string;
  address: string;
  postalCode: string;
};

export type CustomerForOrder = {
  id: string;
  customerCode: string;
  name: string;
  ownerId: string | null;
  buyer: BuyerBlock;
  invoiceType: InvoiceType;
  productUsage: string;
  contacts: { id: string; name: string; title: string; phone: string; isDefault: boolean }[];
  addresses: (ConsigneeBlock & { id: string; isDefault: boolean })[];
  defaultConsignee: ConsigneeBlock | null;
};

/**
 * What a new order copies from the customer's file. Throws `common.not_found`, and `customers.merged` with the
 * code of the file that stayed.
 */
export async function getCustomerForOrder(
  client: Pick<Tx, "customer">,
  actor: Actor,
  customerId: string,
): Promise<CustomerForOrder> {
  const customer = await client.customer.findFirst({
    where: { id: customerId, ...customerScope(actor) },
    include: whole,
  });
  if (!customer) throw new DomainError("common.not_found");
  if (customer.mergedIntoId !== null) {
    const stayed = await client.customer.findUnique({
      where: { id: customer.mergedIntoId },
      select: { customerCode: true, name: true },
    });
    throw new DomainError("customers.merged", {
      code: stayed?.customerCode ?? "",
      name: stayed?.name ?? "",
    });
  }
  return customerSnapshot(customer);
}

function customerSnapshot(customer: WholeCustomer): CustomerForOrder {
  const agent = customer.contacts.find(({ isDefault }) => isDefault) ?? customer.contacts[0];
  const addresses = customer.addresses.map((address) => ({
    id: address.id,
    isDefault: address.isDefault,
    ...consigneeBlock(address),
  }));
  const {
    id: _id,
    isDefault: _isDefault,
    ...defaultConsignee
  } = addresses.find(({ isDefault }) => isDefault) ?? addresses[0] ?? { id: "", isDefault: false };
  return {
    id: customer.id,
    customerCode: customer.customerCode,
    name: customer.name,
    ownerId: customer.ownerId,
    buyer: {
      name: customer.name,
      address: customer.businessAddress || customer.registeredAddress,
      legalRep: customer.legalRep,
      agent: agent?.name ?? "",
      phone: customer.phone || agent?.mobile || agent?.landline || "",
      fax: customer.fax,
      taxId: customer.taxId ?? "",
      bankName: customer.bankName,
      bankAccountNo: customer.bankAccountNo,
      postalCode: customer.postalCode,
    },
    invoiceType: customer.defaultInvoiceType,
    productUsage: customer.productUsage,
    contacts: customer.contacts.map(({ id, name, title, mobile, landline, isDefault }) => ({
      id,
      name,
      title,
      phone: mobile || landline,
      isDefault,
    })),
    addresses,
    defaultConsignee: "company" in defaultConsignee ? defaultConsignee : null,
  };
}

type Address = WholeCustomer["addresses"][number];

/** One line of address; municipalities do not repeat their name (conventions 4.7). */
export function consigneeBlock(address: Address): ConsigneeBlock {
  const { province, city, district, town, detail } = address;
  const ownCity = city === province || city === "市辖区" ? "" : city;
  return {
    company: address.company,
    contactPerson: address.contactPerson,
    phone: [address.mobile, address.landline].filter(Boolean).join(" "),
    address: `${province}${ownCity}${district}${town}${detail}`,
    postalCode: address.postalCode,
  };
}

/** The customer's consignees, the default one first; empty when the customer is not for these eyes. */
export async function listCustomerAddresses(actor: Actor, customerId: string) {
  const rows = await db.customerAddress.findMany({
    where: { customerId, customer: customerScope(actor) },
    orderBy: [{ isDefault: "desc" }, { sortNo: "asc" }],
  });
  return rows.map((row) => ({ id: row.id, isDefault: row.isDefault, ...consigneeBlock(row) }));
}

/** The category that decides the customer's price level; null when the customer is not for these eyes. */
export async function findPriceCategory(
  actor: Actor,
  customerId: string,
): Promise<CustomerCategory | null> {
  const customer = await db.customer.findFirst({
    where: { id: customerId, ...customerScope(actor) },
    select: { category: true },
  });
  return customer?.category ?? null;
}

/** Code and name of customers that a list's URL names by id, as filter options; unseen ones are left out. */
export async function nameCustomers(
  actor: Actor,
  ids: readonly string[],
): Promise<{ value: string; label: string }[]> {
  const known = ids.filter(isUuid).slice(0, 50);
  if (known.length === 0) return [];
  const rows = await db.customer.findMany({
    where: { id: { in: known }, ...customerScope(actor) },
    select: { id: true, customerCode: true, name: true },
  });
  return rows.map(({ id, customerCode, name }) => ({
    value: id,
    label: `${customerCode} ${name}`,
  }));
}
