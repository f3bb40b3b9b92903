import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { newLinkToken, storeAccountLink } from "./account-link";
import { type LinkAnswer, onlyFirstTime } from "./link-answer";
import { lockPerson } from "./lock-people";
import type { PersonInput } from "./schema";

/**
 * Somebody who had left is back: active again, with a new one-time link and without the old duties.
 * Throws `people.already_active`, `common.changed_meanwhile`.
 */
export async function reactivatePerson(
  actor: Actor,
  input: PersonInput,
  key: IdempotencyKey,
): Promise<LinkAnswer> {
  requirePermission(actor, "person:manage");
  const token = newLinkToken();
  const stored = await transactOnce(
    { key, actor, action: "people.reactivatePerson", input },
    async (tx) => {
      const { personId, rowVersion } = input;
      const person = await lockPerson(tx, personId);
      if (person.active) throw new DomainError("people.already_active");
      const { count } = await tx.person.updateMany({
        where: { id: personId, rowVersion },
        data: { active: true, leftOn: null, passwordHash: null, rowVersion: { increment: 1 } },
      });
      if (count === 0) throw new DomainError("common.changed_meanwhile");
      await storeAccountLink(tx, { personId, token, purpose: "RESET", createdById: actor.id });
      await recordAudit(tx, actor, {
        type: "person.reactivated",
        subjectType: "person",
        subjectId: personId,
        details: { name: person.name },
      });
      return { personId };
    },
  );
  return onlyFirstTime(stored, token);
}
