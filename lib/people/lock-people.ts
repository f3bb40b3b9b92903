import "server-only";
import type { Role } from "@/lib/auth/roles";
import { DomainError } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";

export type LockedPerson = { id: string; name: string; role: Role; active: boolean };

/**
 * Locks people's rows in the order of their ids and returns them as they are now. Whoever gives, takes or loses a
 * power does this first, so that leaving and being appointed wait for each other. Throws `people.not_found`.
 */
export async function lockPeople(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LockedPerson>> {
  const wanted = [...new Set(ids)];
  const rows = await tx.$queryRaw<LockedPerson[]>`
    select id, display_name as name, role::text as role, active from person
    where id = any(${wanted}::uuid[]) order by id for update`;
  if (rows.length < wanted.length) throw new DomainError("people.not_found");
  return new Map(rows.map((row) => [row.id, row]));
}

export async function lockPerson(tx: Tx, id: string): Promise<LockedPerson> {
  const person = (await lockPeople(tx, [id])).get(id);
  if (!person) throw new DomainError("people.not_found");
  return person;
}

/** The last administrator neither leaves nor becomes something else. Throws `people.last_admin`. */
export async function keepAnotherAdmin(tx: Tx, person: LockedPerson): Promise<void> {
  if (person.role !== "ADMIN") return;
  const others = await tx.$queryRaw<{ id: string }[]>`
    select id from person where role = 'ADMIN' and active and id <> ${person.id}::uuid
    order by id for update`;
  if (others.length === 0) throw new DomainError("people.last_admin");
}
