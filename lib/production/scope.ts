import "server-only";
import { type Actor, can, seesOwnOnly } from "@/lib/auth/permissions";
import { isContractVisible } from "@/lib/contracts/queries";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";

/** Salespeople see the tasks of their own customers or of contracts that they handle (rules 5.9). `d` is the notice. */
export function productionScope(actor: Actor): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`(exists (select 1 from customer k where k.id = d.customer_id and k.owner_id = ${actor.id}::uuid)
    or exists (select 1 from contract h where h.id = d.contract_id and h.handler_id = ${actor.id}::uuid))`;
}

/** Customers to search by; nobody finds by a name that is hidden from them. */
export async function customersByName(
  actor: Actor,
  text: string,
  limit: number,
): Promise<readonly string[]> {
  if (!can(actor, "production:see_customer")) return [];
  return resolveCustomersByName(actor, text, limit);
}

/** Whether a notice is within this person's reach. */
export async function isTaskVisible(
  actor: Actor,
  { contractId }: { contractId: string | null },
): Promise<boolean> {
  if (!seesOwnOnly(actor)) return true;
  return contractId !== null && (await isContractVisible(actor, contractId));
}

/** The customer's name for whoever may read it (F06: may be hidden for production). */
export function shownCustomer(actor: Actor, customerName: string): string | null {
  return can(actor, "production:see_customer") ? customerName : null;
}
