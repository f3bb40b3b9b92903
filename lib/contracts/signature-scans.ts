import "server-only";
import type { Tx } from "@/lib/server/db";

type Signed = { id: string; revision: number };

/**
 * How many files may be the customer's signature on this version (R1.2.1-a): what was attached after the director had
 * approved it. The fax with the order, or a scan of an earlier version, is not the signed contract.
 */
export async function countSignatureScans(tx: Tx, { id, revision }: Signed): Promise<number> {
  const since = await inForceSince(tx, { id, revision });
  if (since === null) return 0;
  return tx.attachment.count({ where: { subjectId: id, uploadedAt: { gte: since } } });
}

async function inForceSince(tx: Tx, { id, revision }: Signed): Promise<Date | null> {
  const change = await tx.contractRevision.findFirst({
    where: { contractId: id, revision, status: "EFFECTIVE" },
    select: { updatedAt: true },
  });
  if (change) return change.updatedAt;
  const approval = await tx.signature.findFirst({
    where: { subjectId: id, step: "APPROVED", decision: "AGREE", voidedAt: null },
    orderBy: { signedAt: "desc" },
    select: { signedAt: true },
  });
  return approval?.signedAt ?? null;
}
