import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { hashPassword, passwordFits } from "@/lib/server/password-hash";
import { requirePermission } from "@/lib/server/require-permission";
import { countAttempt, forgetAttempts } from "@/lib/server/sign-in-limits";
import { passwordRefusal } from "./password-policy";
import type { ChangeOwnPasswordInput } from "./schema";

/**
 * A person's own new password; all sessions end, this one too, and the person signs in again with the new one.
 * Throws `people.wrong_password`, `people.password_*`, `auth.blocked` after too many wrong ones.
 */
export async function changeOwnPassword(
  actor: Actor,
  input: ChangeOwnPasswordInput,
  key: IdempotencyKey,
): Promise<{ changed: true }> {
  requirePermission(actor, "account:change_own_password");
  const person = await db.person.findUniqueOrThrow({ where: { id: actor.id } });
  const account = `change ${person.username}`;
  if (!(await countAttempt(account, null))) throw new DomainError("auth.blocked");
  if (!(await passwordFits(person.passwordHash, input.currentPassword))) {
    throw refusal("currentPassword", "people.wrong_password");
  }
  await forgetAttempts(account, null);
  const refused = passwordRefusal(input.newPassword, person.username);
  if (refused) throw refusal("newPassword", refused);
  const passwordHash = await hashPassword(input.newPassword);
  // The passwords themselves are no part of what the key remembers.
  return transactOnce({ key, actor, action: "people.changeOwnPassword", input: {} }, async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: actor.id, active: true, sessionVersion: person.sessionVersion },
      data: {
        passwordHash,
        sessionVersion: { increment: 1 },
        rowVersion: { increment: 1 },
      },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await recordAudit(tx, actor, {
      type: "person.password_changed",
      subjectType: "person",
      subjectId: actor.id,
    });
    return { changed: true as const };
  });
}

function refusal(path: string, code: string): DomainError {
  return new DomainError("common.invalid_input", undefined, [{ path, code }]);
}
