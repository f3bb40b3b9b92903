import "server-only";
import { type Actor, actsInPlace } from "@/lib/auth/permissions";
import { SYSTEM_NAME } from "@/lib/core/system-actor";
import { clock } from "@/lib/server/clock";
import { Prisma, type Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";

/** Before and after of one field, as text. */
type Change = { before: string | null; after: string | null };

export type AuditInput = {
  /** `<document>.<what happened>`, e.g. "contract.approved"; the sentence is at `print.audit.<type>`. */
  type: string;
  subjectType: string;
  subjectId: string;
  details?: Record<string, string | number | boolean | null | Change | readonly string[]>;
};

export function auditSql(actor: Actor | null, input: AuditInput): Prisma.Sql {
  const { type, subjectType, subjectId, details = {} } = input;
  const behalf = principalOf(actor);
  const told = behalf && actor?.askedByPhone ? { ...details, askedByPhone: true } : details;
  return Prisma.sql`
    insert into audit_event (id, type, subject_type, subject_id, actor_id, actor_name, on_behalf_of, at, details)
    values (${newId()}::uuid, ${type}, ${subjectType}, ${subjectId}::uuid, ${actor?.id ?? null}::uuid,
      ${actor?.name ?? SYSTEM_NAME}, ${behalf}, ${clock.now()}, ${JSON.stringify(told)}::jsonb)`;
}

/** For whom this act was done; a delegate's own work is done for nobody else. */
function principalOf(actor: Actor | null): string | null {
  if (!actor) return null;
  if (actor.under) return actsInPlace(actor, actor.under)?.principalName ?? null;
  return actor.delegations.map(({ principalName }) => principalName).join("、") || null;
}

/** One append-only row in the transaction of the change; actor null means the system did it by itself. */
export async function recordAudit(tx: Tx, actor: Actor | null, input: AuditInput): Promise<void> {
  await tx.$executeRaw(auditSql(actor, input));
}
