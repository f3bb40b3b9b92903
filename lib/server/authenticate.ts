import "server-only";
import { verify } from "@node-rs/argon2";
import { db } from "@/lib/server/db";
import { countFailure, isBlocked, forgetFailures } from "@/lib/server/sign-in-limits";

/** A hash of nothing anybody knows: unknown users cost as much time as wrong passwords. */
const DECOY =
  "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$7vZzZbN4c0mJ0mO2bXkYcVbq0B4h6V5m3c1l0c2J9aE";

/** The person's id and session version, or null with the same answer and delay for every reason. */
export async function authenticate(
  username: string,
  password: string,
  address: string,
): Promise<{ id: string; sessionVersion: number } | null> {
  const account = username.trim().toLowerCase().slice(0, 40);
  if (await isBlocked(account, address)) return null;
  const person = await db.person.findUnique({
    where: { username: account },
    select: { id: true, active: true, passwordHash: true, sessionVersion: true },
  });
  const matches = await verify(person?.passwordHash ?? DECOY, password.slice(0, 200)).catch(() => false);
  if (!matches || !person?.active || !person.passwordHash) {
    await countFailure(account, address);
    return null;
  }
  await forgetFailures(account);
  return { id: person.id, sessionVersion: person.sessionVersion };
}
