import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { clock } from "@/lib/server/clock";
import { db, type Tx } from "@/lib/server/db";
import type { AccountLinkPurpose } from "@/lib/server/generated/enums";

const VALID_HOURS = 72;

/** A new secret for a one-time link: 32 random bytes; only its hash is ever stored. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

export function linkTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function linkPath(token: string): string {
  return `/welcome/${token}`;
}

type NewLink = {
  personId: string;
  token: string;
  purpose: AccountLinkPurpose;
  createdById: string | null;
};

/** Stores a link and ends all earlier ones of the person. */
export async function storeAccountLink(
  tx: Tx,
  { personId, token, purpose, createdById }: NewLink,
): Promise<void> {
  const now = clock.now();
  await endAccountLinks(tx, personId);
  await tx.accountLink.create({
    data: {
      personId,
      tokenHash: linkTokenHash(token),
      purpose,
      expiresAt: new Date(now.getTime() + VALID_HOURS * 3_600_000),
      createdById,
      createdAt: now,
    },
  });
}

/** Links that were never opened stop working. */
export async function endAccountLinks(tx: Tx, personId: string): Promise<void> {
  const now = clock.now();
  await tx.accountLink.updateMany({
    where: { personId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

export type LinkState =
  | { state: "open"; username: string; displayName: string }
  | { state: "expired" | "used" | "unknown" };

/** What the page behind a one-time link shows. */
export async function findAccountLink(token: string): Promise<LinkState> {
  const link = await db.accountLink.findUnique({
    where: { tokenHash: linkTokenHash(token.slice(0, 100)) },
    select: {
      usedAt: true,
      expiresAt: true,
      person: { select: { username: true, displayName: true, active: true } },
    },
  });
  if (!link?.person.active) return { state: "unknown" };
  if (link.usedAt) return { state: "used" };
  if (link.expiresAt <= clock.now()) return { state: "expired" };
  const { username, displayName } = link.person;
  return { state: "open", username, displayName };
}
