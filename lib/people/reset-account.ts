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
 * A new one-time link: the old password stops working at once and all sessions end (rules 5.15).
 * Throws `people.not_own_account`, `people.inactive`, `common.changed_meanwhile`.
 */
export async function resetAccount(
  actor: Actor,
  input: PersonInput,
  key: IdempotencyKey,
): Promise<LinkAnswer> {
  requirePermission(actor, "person:manage");
  if (input.personId === actor.id) throw new DomainError("people.not_own_account");
  const token = newLinkToken();
  const stored = await transactOnce(
    { key, actor, action: "people.resetAccount", input },
    async (tx) => {
      const { personId, rowVersion } = input;
      const person = await lockPerson(tx, personId);
      if (!person.active) throw new DomainError("people.inactive");
      const { count } = await tx.person.updateMany({
        where: { id: personId, rowVersion },
        data: {
          passwordHash: null,
          sessionVersion: { increment: 1 },
          rowVersion: { increment: 1 },
        },
      });
      if (count === 0) throw new DomainError("common.changed_meanwhile");
      await storeAccountLink(tx, { personId, token, purpose: "RESET", createdById: actor.id });
      await recordAudit(tx, actor, {
        type: "person.account_reset",
        subjectType: "person",
        subjectId: personId,
        details: { name: person.name },
      });
      return { personId };
    },
  );
  return onlyFirstTime(stored, token);
}
