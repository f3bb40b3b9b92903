import "server-only";
import { type Actor, can, seesOwnOnly } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { SUBJECTS, type SubjectType } from "@/lib/records/subjects";
import { db, Prisma } from "@/lib/server/db";

export type SubjectRef = { subjectType: SubjectType; subjectId: string };

/** Files and comments follow their document: may this person see it (or add to it), and does it exist in view? */
export async function isSubjectOpen(
  actor: Actor,
  ref: SubjectRef,
  to: "read" | "write",
): Promise<boolean> {
  const { table, customerColumn, ...permissions } = SUBJECTS[ref.subjectType];
  if (!can(actor, permissions[to])) return false;
  const own =
    seesOwnOnly(actor) && customerColumn !== null
      ? Prisma.sql`and exists (select 1 from customer k where k.id = d.${Prisma.raw(customerColumn)}
          and k.owner_id = ${actor.id}::uuid)`
      : Prisma.empty;
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from ${Prisma.raw(table)} d where d.id = ${ref.subjectId}::uuid ${own}`;
  return rows.length > 0;
}

/** Throws `common.not_found` for what is not in the actor's view, also when it exists. */
export async function assertSubjectOpen(
  actor: Actor,
  ref: SubjectRef,
  to: "read" | "write",
): Promise<void> {
  if (!(await isSubjectOpen(actor, ref, to))) throw new DomainError("common.not_found");
}
