import "server-only";
import type { Tx } from "@/lib/server/db";
import type { AddressInput, ContactInput } from "./schema";

/** Brings the customer's contacts to what the form says; rows keep their ids, exactly one is the default. */
export async function writeContacts(
  tx: Tx,
  customerId: string,
  contacts: readonly ContactInput[],
): Promise<void> {
  const known = await tx.customerContact.findMany({ where: { customerId }, select: { id: true } });
  const rows = withOneDefault(contacts);
  const kept = keptIds(rows, known);
  await tx.customerContact.deleteMany({ where: { customerId, id: { notIn: [...kept] } } });
  for (const [sortNo, { id, ...fields }] of rows.entries()) {
    if (id !== null && kept.has(id)) {
      await tx.customerContact.update({ where: { id }, data: { ...fields, sortNo } });
    } else {
      await tx.customerContact.create({ data: { ...fields, customerId, sortNo } });
    }
  }
}

/** The same for consignees; without a company the goods go to the customer itself. */
export async function writeAddresses(
  tx: Tx,
  customerId: string,
  addresses: readonly AddressInput[],
  customerName: string,
): Promise<void> {
  const known = await tx.customerAddress.findMany({ where: { customerId }, select: { id: true } });
  const rows = withOneDefault(addresses);
  const kept = keptIds(rows, known);
  await tx.customerAddress.deleteMany({ where: { customerId, id: { notIn: [...kept] } } });
  for (const [sortNo, { id, ...fields }] of rows.entries()) {
    const data = { ...fields, company: fields.company || customerName, sortNo };
    if (id !== null && kept.has(id)) {
      await tx.customerAddress.update({ where: { id }, data });
    } else {
      await tx.customerAddress.create({ data: { ...data, customerId } });
    }
  }
}

function keptIds(
  rows: readonly { id: string | null }[],
  known: readonly { id: string }[],
): ReadonlySet<string> {
  const asked = new Set(rows.map(({ id }) => id));
  return new Set(known.map(({ id }) => id).filter((id) => asked.has(id)));
}

function withOneDefault<Row extends { isDefault: boolean }>(rows: readonly Row[]): Row[] {
  const chosen = Math.max(
    0,
    rows.findIndex(({ isDefault }) => isDefault),
  );
  return rows.map((row, index) => ({ ...row, isDefault: index === chosen }));
}
