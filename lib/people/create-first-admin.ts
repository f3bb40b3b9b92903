import "server-only";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type Tx, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { linkPath, newLinkToken, storeAccountLink } from "./account-link";

const USERNAME = "admin";

/**
 * The first administrator of an empty database and the one-time link to print on the console. As long as nobody has
 * ever set a password, each call gives a new link and ends the one before; after that it answers null.
 */
export function createFirstAdmin(): Promise<{
  username: string;
  token: string;
  path: string;
} | null> {
  const token = newLinkToken();
  return transact(async (tx) => {
    // Two instances that start at once must not both find the table empty.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('first admin'))`;
    const [people, withPassword] = await Promise.all([
      tx.person.count(),
      tx.person.count({ where: { passwordHash: { not: null } } }),
    ]);
    if (withPassword > 0) return null;
    const personId = people === 0 ? await insertAdmin(tx) : await findAdmin(tx);
    if (!personId) return null;
    await storeAccountLink(tx, { personId, token, purpose: "SETUP", createdById: null });
    return { username: USERNAME, token, path: linkPath(token) };
  });
}

async function insertAdmin(tx: Tx): Promise<string> {
  const id = newId();
  await tx.person.create({
    data: {
      id,
      username: USERNAME,
      displayName: "系统管理员",
      role: "ADMIN",
      department: "市场部",
      createdAt: clock.now(),
    },
  });
  await recordAudit(tx, null, {
    type: "person.first_admin_created",
    subjectType: "person",
    subjectId: id,
  });
  return id;
}

async function findAdmin(tx: Tx): Promise<string | null> {
  const admin = await tx.person.findUnique({
    where: { username: USERNAME, active: true, role: "ADMIN" },
    select: { id: true },
  });
  return admin?.id ?? null;
}
