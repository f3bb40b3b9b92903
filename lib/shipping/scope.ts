import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { Prisma } from "@/lib/server/db";

/** Salespeople see the papers of their own customers or of contracts that they handle (rules 5.9). `d` is the paper. */
export function shippingScope(actor: Actor): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`(exists (select 1 from customer k where k.id = d.customer_id and k.owner_id = ${actor.id}::uuid)
    or exists (select 1 from contract h where h.id = d.contract_id and h.handler_id = ${actor.id}::uuid))`;
}
