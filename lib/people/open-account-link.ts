import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { transact } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password-hash";
import { findAccountLink, linkTokenHash } from "./account-link";
import { passwordRefusal } from "./password-policy";

/**
 * Uses a one-time link: sets the password and ends the person's older sessions. The link itself is the proof of who
 * acts, so there is no actor. Throws `people.link_<state>` and `people.password_*`; a link works once.
 */
export async function openAccountLink(
  token: string,
  password: string,
): Promise<{ id: string; sessionVersion: number }> {
  const found = await findAccountLink(token);
  if (found.state !== "open") throw new DomainError(`people.link_${found.state}`);
  const refusal = passwordRefusal(password, found.username);
  if (refusal) throw new DomainError(refusal);
  const passwordHash = await hashPassword(password);
  return transact(async (tx) => {
    const tokenHash = linkTokenHash(token);
    const now = clock.now();
    const used = await tx.accountLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now }, person: { active: true } },
      data: { usedAt: now },
    });
    if (used.count === 0) throw new DomainError("people.link_used");
    const { personId } = await tx.accountLink.findUniqueOrThrow({ where: { tokenHash } });
    const { id, sessionVersion, displayName, role } = await tx.person.update({
      where: { id: personId },
      data: { passwordHash, sessionVersion: { increment: 1 }, rowVersion: { increment: 1 } },
    });
    const self = {
      id,
      name: displayName,
      role,
      duties: [],
      delegations: [],
      keeperSeesPrices: false,
    };
    await recordAudit(tx, self, {
      type: "person.password_set",
      subjectType: "person",
      subjectId: id,
    });
    return { id, sessionVersion };
  });
}
