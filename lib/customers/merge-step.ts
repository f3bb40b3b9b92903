import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { countEffectiveContracts } from "./cooperation";
import { lockCustomer } from "./lock-customer";
import { customerSearchText } from "./search-source";

/**
 * Transaction step of a merge: contacts, consignees and names of the duplicate go to the file that stays, the
 * duplicate keeps its row and points there. Locks both. Throws `customers.merge_has_contracts`,
 * `customers.merge_has_pickups`, `customers.merge_same`, `customers.merged_already`, `common.changed_meanwhile`.
 */
export async function mergeFiles(
  tx: Tx,
  actor: Actor,
  pair: { duplicateId: string; rowVersion: number; survivorId: string },
): Promise<{
  duplicate: { customerCode: string; name: string };
  survivor: { customerCode: string };
}> {
  const { duplicateId, survivorId } = pair;
  if (duplicateId === survivorId) throw new DomainError("customers.merge_same");
  for (const id of [duplicateId, survivorId].sort()) await lockCustomer(tx, id);
  const duplicate = await tx.customer.findUniqueOrThrow({ where: { id: duplicateId } });
  const survivor = await tx.customer.findUniqueOrThrow({ where: { id: survivorId } });
  if (duplicate.mergedIntoId !== null || survivor.mergedIntoId !== null) {
    throw new DomainError("customers.merged_already");
  }
  if ((await countEffectiveContracts(tx, duplicateId)) > 0) {
    throw new DomainError("customers.merge_has_contracts", { name: duplicate.name });
  }
  const pickups = await tx.walkIn.count({
    where: { customerId: duplicateId, status: { notIn: ["REJECTED", "CANCELLED"] } },
  });
  if (pickups > 0) throw new DomainError("customers.merge_has_pickups", { name: duplicate.name });
  const { count } = await tx.customer.updateMany({
    where: { id: duplicateId, rowVersion: pair.rowVersion },
    data: { mergedIntoId: survivorId, taxId: null, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  await tx.customer.updateMany({
    where: { mergedIntoId: duplicateId },
    data: { mergedIntoId: survivorId },
  });
  await moveRows(tx, duplicateId, survivorId);
  await tx.customerFormerName.create({
    data: {
      customerId: survivorId,
      name: duplicate.name,
      untilOn: toDbDate(clock.today()),
      changedById: actor.id,
    },
  });
  await refreshSurvivor(tx, survivorId, survivor.taxId ?? duplicate.taxId);
  return { duplicate, survivor };
}

async function moveRows(tx: Tx, duplicateId: string, survivorId: string): Promise<void> {
  const data = { customerId: survivorId, isDefault: false, sortNo: 100 };
  await tx.customerContact.updateMany({ where: { customerId: duplicateId }, data });
  await tx.customerAddress.updateMany({ where: { customerId: duplicateId }, data });
  await tx.customerFormerName.updateMany({
    where: { customerId: duplicateId },
    data: { customerId: survivorId },
  });
}

async function refreshSurvivor(tx: Tx, id: string, taxId: string | null): Promise<void> {
  const customer = await tx.customer.findUniqueOrThrow({
    where: { id },
    include: { contacts: true, addresses: true, formerNames: true },
  });
  await tx.customer.update({
    where: { id },
    data: {
      taxId,
      searchText: customerSearchText({ ...customer, taxId }),
      rowVersion: { increment: 1 },
    },
    select: { id: true },
  });
}
