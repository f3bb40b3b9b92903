import "server-only";
import { recordAudit } from "@/lib/server/audit";
import { transact } from "@/lib/server/db";
import { linkPath, newLinkToken, storeAccountLink } from "./account-link";

export type AdminLink =
  | { outcome: "made"; username: string; path: string }
  /** Nobody by that name, or several to choose from. */
  | { outcome: "which"; usernames: string[] };

/**
 * A one-time link for an administrator who forgot the password and has no colleague to reset it: made on the server by
 * whoever runs it, so there is no actor. The old password stays until the link is used.
 */
export function createAdminLink(username: string | null): Promise<AdminLink> {
  const token = newLinkToken();
  return transact(async (tx) => {
    const admins = await tx.person.findMany({
      where: { role: "ADMIN", active: true },
      orderBy: { username: "asc" },
      select: { id: true, username: true, displayName: true },
    });
    const meant = username === null ? admins : admins.filter((one) => one.username === username);
    const [admin, ...others] = meant;
    if (!admin || others.length > 0) {
      return { outcome: "which", usernames: admins.map((one) => one.username) };
    }
    await storeAccountLink(tx, {
      personId: admin.id,
      token,
      purpose: "RESET",
      createdById: null,
    });
    await recordAudit(tx, null, {
      type: "person.account_reset",
      subjectType: "person",
      subjectId: admin.id,
      details: { name: admin.displayName },
    });
    return { outcome: "made", username: admin.username, path: linkPath(token) };
  });
}
