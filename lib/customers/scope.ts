import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { Prisma } from "@/lib/server/db";

/** Which customers this person may see, as a Prisma condition (rules 5.9: a salesperson the own ones). */
export function customerScope(actor: Actor): { ownerId?: string } {
  return seesOwnOnly(actor) ? { ownerId: actor.id } : {};
}

/** The same as SQL over `customer` under the alias. */
export function customerScopeSql(actor: Actor, alias: "c" | "customer" = "c"): Prisma.Sql {
  return seesOwnOnly(actor)
    ? Prisma.sql`${Prisma.raw(alias)}.owner_id = ${actor.id}::uuid`
    : Prisma.sql`true`;
}
