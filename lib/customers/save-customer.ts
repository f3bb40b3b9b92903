import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { CUSTOMER_OWNERS } from "@/lib/people/duty-policy";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { drawCode } from "@/lib/server/sequence";
import { countEffectiveContracts } from "./cooperation";
import { writeAddresses, writeContacts } from "./customer-rows";
import { nameKey } from "./name-key";
import type { SaveCustomerInput } from "./schema";
import { customerScope } from "./scope";
import { customerSearchText } from "./search-source";

export type SavedCustomer = { id: string; customerCode: string };

/**
 * Opens a customer's file, or changes it (F23). A new name keeps the old one; a new credit code is a new
 * customer. Salespeople open and change their own. Throws `common.not_found`, `common.changed_meanwhile`,
 * `customers.same_name_exists`, `customers.same_tax_id_exists`, `customers.uscc_is_another_customer`.
 */
export function saveCustomer(
  actor: Actor,
  input: SaveCustomerInput,
  key: IdempotencyKey,
): Promise<SavedCustomer> {
  requirePermission(actor, "customer:edit");
  return transactOnce({ key, actor, action: "save_customer", input }, (tx) =>
    input.id === null || input.rowVersion === null
      ? openFile(tx, actor, input)
      : changeFile(tx, actor, { ...input, id: input.id, rowVersion: input.rowVersion }),
  );
}

async function openFile(tx: Tx, actor: Actor, input: SaveCustomerInput): Promise<SavedCustomer> {
  await assertNobodyElse(tx, actor, input, null);
  const ownerId = seesOwnOnly(actor) ? actor.id : input.ownerId;
  await assertOwner(tx, ownerId);
  const id = newId();
  const fields = customerFields(input);
  const customerCode = await drawCode(tx, "C");
  await tx.customer.create({
    data: {
      id,
      ...fields,
      ownerId,
      customerCode,
      searchText: customerSearchText({ ...input, ...fields, customerCode, formerNames: [] }),
      createdById: actor.id,
      createdAt: clock.now(),
    },
    select: { id: true },
  });
  await writeContacts(tx, id, input.contacts);
  await writeAddresses(tx, id, input.addresses, fields.name);
  await recordAudit(tx, actor, {
    type: "customer.created",
    subjectType: "customer",
    subjectId: id,
    details: { customerCode, name: fields.name },
  });
  return { id, customerCode };
}

async function changeFile(
  tx: Tx,
  actor: Actor,
  input: SaveCustomerInput & { id: string; rowVersion: number },
): Promise<SavedCustomer> {
  const before = await tx.customer.findFirst({
    where: { id: input.id, mergedIntoId: null, ...customerScope(actor) },
    include: { formerNames: { select: { name: true } } },
  });
  if (!before) throw new DomainError("common.not_found");
  await assertNobodyElse(tx, actor, input, input.id);
  await assertSameBody(tx, before, input);
  const ownerId = seesOwnOnly(actor) ? before.ownerId : input.ownerId;
  if (ownerId !== before.ownerId) await assertOwner(tx, ownerId);

  const fields = { ...customerFields(input), ownerId };
  const isRenamed = fields.name !== before.name;
  const formerNames = isRenamed
    ? [...before.formerNames, { name: before.name }]
    : before.formerNames;
  const searchText = customerSearchText({
    ...input,
    ...fields,
    customerCode: before.customerCode,
    formerNames,
  });
  const { count } = await tx.customer.updateMany({
    where: { id: input.id, rowVersion: input.rowVersion, mergedIntoId: null },
    data: { ...fields, searchText, updatedAt: clock.now(), rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  if (isRenamed) await keepFormerName(tx, actor, before);
  await writeContacts(tx, input.id, input.contacts);
  await writeAddresses(tx, input.id, input.addresses, fields.name);
  await recordAudit(tx, actor, {
    type: isRenamed ? "customer.renamed" : "customer.changed",
    subjectType: "customer",
    subjectId: input.id,
    details: fieldChanges(before as unknown as Record<string, string>, fields),
  });
  return { id: input.id, customerCode: before.customerCode };
}

async function keepFormerName(tx: Tx, actor: Actor, before: { id: string; name: string }) {
  await tx.customerFormerName.create({
    data: {
      customerId: before.id,
      name: before.name,
      untilOn: toDbDate(clock.today()),
      changedById: actor.id,
    },
    select: { id: true },
  });
}

/** The same name or tax id belongs to somebody else. Who it is, is said only to those who may see them. */
async function assertNobodyElse(
  tx: Tx,
  actor: Actor,
  input: SaveCustomerInput,
  ownId: string | null,
): Promise<void> {
  const others = await tx.customer.findMany({
    where: {
      ...(ownId === null ? {} : { id: { not: ownId } }),
      OR: [
        { nameKey: nameKey(input.name) },
        ...(input.taxId === "" ? [] : [{ taxId: input.taxId }]),
      ],
    },
    select: { customerCode: true, name: true, nameKey: true, ownerId: true },
  });
  const [other] = others;
  if (!other) return;
  const isName = other.nameKey === nameKey(input.name);
  const path = isName ? "name" : "taxId";
  if (seesOwnOnly(actor) && other.ownerId !== actor.id) {
    const code = isName ? "customers.name_taken" : "customers.tax_id_taken";
    throw new DomainError(code, undefined, [{ path, code }]);
  }
  const code = isName ? "customers.same_name_exists" : "customers.same_tax_id_exists";
  const details = { code: other.customerCode, name: other.name };
  throw new DomainError(code, details, [{ path, code, details }]);
}

/** Another credit code is another legal person: a file with contracts keeps its own (F23). */
async function assertSameBody(
  tx: Tx,
  before: { id: string; taxId: string | null; taxIdType: string },
  input: SaveCustomerInput,
): Promise<void> {
  const changes = before.taxId !== null && before.taxId !== input.taxId;
  if (!changes || before.taxIdType !== "USCC") return;
  if ((await countEffectiveContracts(tx, before.id)) === 0) return;
  const code = "customers.uscc_is_another_customer";
  throw new DomainError(code, undefined, [{ path: "taxId", code }]);
}

async function assertOwner(tx: Tx, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const owners = await tx.person.count({
    where: { id: ownerId, active: true, role: { in: [...CUSTOMER_OWNERS] } },
  });
  if (owners > 0) return;
  const code = "customers.owner_unfit";
  throw new DomainError(code, undefined, [{ path: "ownerId", code }]);
}

function customerFields(input: SaveCustomerInput) {
  const {
    id: _id,
    rowVersion: _rowVersion,
    contacts: _contacts,
    addresses: _addresses,
    ownerId: _ownerId,
    taxId,
    ...fields
  } = input;
  return {
    ...fields,
    taxId: taxId === "" ? null : taxId,
    nameKey: nameKey(fields.name),
    invoiceTitle: fields.invoiceTitle === "" ? fields.name : fields.invoiceTitle,
  };
}
