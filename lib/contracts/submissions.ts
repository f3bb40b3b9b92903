import "server-only";
import type { ContractContent } from "@/lib/contracts/content";
import { type ContractDiff, diffContent } from "@/lib/contracts/diff";
import { db, type Tx } from "@/lib/server/db";

/** Revision and hash of what is being decided; business fields cannot change while it is pending. */
export function latestSubmission(
  tx: Tx,
  contractId: string,
): Promise<{ revision: number; contentHash: string }> {
  return tx.contractSubmission.findFirstOrThrow({
    where: { contractId },
    orderBy: { submissionNo: "desc" },
    select: { revision: true, contentHash: true },
  });
}

/** What a resubmission changed since the submission before it; null for a first one. */
export async function diffSincePreviousSubmission(
  contractId: string,
): Promise<ContractDiff | null> {
  const [now, before] = await db.contractSubmission.findMany({
    where: { contractId },
    orderBy: { submissionNo: "desc" },
    take: 2,
    select: { content: true },
  });
  if (!now || !before) return null;
  return diffContent(before.content as ContractContent, now.content as ContractContent);
}
