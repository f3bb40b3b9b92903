import "server-only";
import { type Actor, can, seesOwnOnly } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { SUBJECTS, type Subject, type SubjectType } from "@/lib/records/subjects";
import { db, Prisma } from "@/lib/server/db";

export type SubjectRef = { subjectType: SubjectType; subjectId: string };

/** Files and comments follow their document: may this person see it (or add to it), and does it exist in view? */
export async function isSubjectOpen(
  actor: Actor,
  ref: SubjectRef,
  to: "read" | "write",
): Promise<boolean> {
  const { table, read, write }: Subject = SUBJECTS[ref.subjectType];
  const needed = to === "read" ? [read] : write;
  if (!needed.some((permission) => can(actor, permission))) return false;
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from ${Prisma.raw(table)} d where d.id = ${ref.subjectId}::uuid and ${ownSql(actor, ref.subjectType)}`;
  return rows.length > 0;
}

/** Salespeople see what belongs to their customers, to contracts that they handle, or what they recorded (5.9); `d` is the document. */
function ownSql(actor: Actor, subjectType: SubjectType): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  if (subjectType === "waybill") {
    return Prisma.sql`exists (select 1 from waybill_packing_list x join packing_list p on p.id = x.packing_list_id
      where x.waybill_id = d.id and ${belongs(actor, "p.customer_id", "p.contract_id")})`;
  }
  if (subjectType === "contract_revision") {
    return Prisma.sql`exists (select 1 from contract x where x.id = d.contract_id
      and ${belongs(actor, "x.customer_id", "x.id")})`;
  }
  if (subjectType === "intake") {
    return Prisma.sql`(d.created_by_id = ${actor.id}::uuid or ${belongs(actor, "d.customer_id", null)})`;
  }
  const subject: Subject = SUBJECTS[subjectType];
  if (subject.customerColumn === null) return Prisma.sql`true`;
  const contract = subject.contractColumn ? `d.${subject.contractColumn}` : null;
  return belongs(actor, `d.${subject.customerColumn}`, contract);
}

function belongs(actor: Actor, customerId: string, contractId: string | null): Prisma.Sql {
  const owned = Prisma.sql`exists (select 1 from customer k
    where k.id = ${Prisma.raw(customerId)} and k.owner_id = ${actor.id}::uuid)`;
  if (contractId === null) return owned;
  return Prisma.sql`(${owned} or exists (select 1 from contract h
    where h.id = ${Prisma.raw(contractId)} and h.handler_id = ${actor.id}::uuid))`;
}

/** Throws `common.not_found` for what is not in the actor's view, also when it exists. */
export async function assertSubjectOpen(
  actor: Actor,
  ref: SubjectRef,
  to: "read" | "write",
): Promise<void> {
  if (!(await isSubjectOpen(actor, ref, to))) throw new DomainError("common.not_found");
}
