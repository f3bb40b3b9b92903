import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import type { ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";

/** How the lists of contracts are searched: by number, else by customer. */
export const contractSearch = {
  number: { sql: Prisma.sql`coalesce(c.contract_no, c.doc_no)`, pattern: /^(LG|DH)\d/i },
  customer: { sql: Prisma.sql`c.customer_id`, resolve: resolveCustomersByName },
};

/** Salespeople see contracts of their own customers or that they handle (rules 5.9). */
export function contractScope(actor: Actor): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`c.deleted_at is null`;
  return Prisma.sql`c.deleted_at is null and (c.handler_id = ${actor.id}::uuid
    or exists (select 1 from customer k where k.id = c.customer_id and k.owner_id = ${actor.id}::uuid))`;
}

/** The list's view: `mine` narrows it to contracts whose drafter the reader is. */
export function contractListScope(actor: Actor, state: ListState): Prisma.Sql {
  const scope = contractScope(actor);
  if (state.filters.mine?.[0] !== "true") return scope;
  return Prisma.sql`c.drafted_by_id = ${actor.id}::uuid and ${scope}`;
}
