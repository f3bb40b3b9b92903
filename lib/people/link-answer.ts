import "server-only";
import { db } from "@/lib/server/db";
import { linkPath, linkTokenHash } from "./account-link";

/** `link` is the path of the one-time link, or null when this was a repetition and the first answer had it. */
export type LinkAnswer = { personId: string; link: string | null };

/** Gives the link out if this very call has stored it: a repeated key stored nothing. */
export async function onlyFirstTime(
  { personId }: { personId: string },
  token: string,
): Promise<LinkAnswer> {
  const stored = await db.accountLink.count({ where: { tokenHash: linkTokenHash(token) } });
  return { personId, link: stored > 0 ? linkPath(token) : null };
}
