import "server-only";
import { buildSearchText } from "@/lib/server/search-text";

type Searchable = {
  customerCode: string;
  name: string;
  shortName: string;
  taxId: string | null;
  phone: string;
  groupName: string;
  formerNames: readonly { name: string }[];
  contacts: readonly { name: string; mobile: string; landline: string }[];
  addresses: readonly { mobile: string; landline: string }[];
};

/** The customer's `search_text`: code, name, former names, pinyin, tax id, people and phones. */
export function customerSearchText(customer: Searchable): string {
  const { contacts, addresses, formerNames } = customer;
  return buildSearchText({
    codes: [customer.customerCode, customer.taxId],
    names: [customer.name, customer.shortName, ...formerNames.map(({ name }) => name)],
    phones: [
      customer.phone,
      ...contacts.flatMap(({ mobile, landline }) => [mobile, landline]),
      ...addresses.flatMap(({ mobile, landline }) => [mobile, landline]),
    ],
    others: [customer.groupName, ...contacts.map(({ name }) => name)],
  });
}
