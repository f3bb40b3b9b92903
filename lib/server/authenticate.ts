import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { db } from "@/lib/server/db";
import { logger } from "@/lib/server/logger";
import { passwordFits } from "@/lib/server/password-hash";
import { countAttempt, forgetAttempts } from "@/lib/server/sign-in-limits";

/**
 * The person's id and session version, or null with the same answer and delay whatever was wrong. Throws
 * `auth.blocked` when account or address has failed too often, whether or not the account exists.
 */
export async function authenticate(
  username: string,
  password: string,
  address: string,
): Promise<{ id: string; sessionVersion: number } | null> {
  const account = username.trim().toLowerCase().slice(0, 40);
  if (!(await countAttempt(account, address))) {
    logger.warn({ address }, "sign-in blocked");
    throw new DomainError("auth.blocked");
  }
  const person = await db.person.findUnique({
    where: { username: account },
    select: { id: true, active: true, passwordHash: true, sessionVersion: true },
  });
  const fits = await passwordFits(person?.active ? person.passwordHash : null, password);
  if (!fits || !person) return null;
  await forgetAttempts(account, address);
  logger.info({ personId: person.id }, "signed in");
  return { id: person.id, sessionVersion: person.sessionVersion };
}
