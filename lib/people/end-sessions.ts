import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import type { PersonInput } from "./schema";

/** Signs a person out everywhere; the password stays. Throws `common.changed_meanwhile`. */
export async function endSessions(
  actor: Actor,
  input: PersonInput,
  key: IdempotencyKey,
): Promise<{ personId: string }> {
  requirePermission(actor, "person:manage");
  return transactOnce({ key, actor, action: "people.endSessions", input }, async (tx) => {
    const { personId, rowVersion } = input;
    const { count } = await tx.person.updateMany({
      where: { id: personId, rowVersion },
      data: { sessionVersion: { increment: 1 }, rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await recordAudit(tx, actor, {
      type: "person.sessions_ended",
      subjectType: "person",
      subjectId: personId,
    });
    return { personId };
  });
}
