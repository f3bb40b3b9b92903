import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { newLinkToken, storeAccountLink } from "./account-link";
import { type LinkAnswer, onlyFirstTime } from "./link-answer";
import type { CreatePersonInput } from "./schema";

/**
 * A new account without a password and the one-time link that opens it (rules 5.15). The link is answered once: a
 * repeated key gets null, because its secret is not kept. Throws `people.username_taken`.
 */
export async function createPerson(
  actor: Actor,
  input: CreatePersonInput,
  key: IdempotencyKey,
): Promise<LinkAnswer> {
  requirePermission(actor, "person:manage");
  const token = newLinkToken();
  const stored = await transactOnce(
    { key, actor, action: "people.createPerson", input },
    async (tx) => {
      const personId = newId();
      if ((await tx.person.count({ where: { username: input.username } })) > 0) {
        const code = "people.username_taken";
        throw new DomainError(code, undefined, [{ path: "username", code }]);
      }
      await tx.person.create({ data: { id: personId, ...input, createdAt: clock.now() } });
      await storeAccountLink(tx, { personId, token, purpose: "SETUP", createdById: actor.id });
      await recordAudit(tx, actor, {
        type: "person.created",
        subjectType: "person",
        subjectId: personId,
        details: { ...input },
      });
      return { personId };
    },
  );
  return onlyFirstTime(stored, token);
}
