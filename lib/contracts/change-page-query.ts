import "server-only";
import type { ChangePage } from "@/lib/contracts/change-page";
import type { ContractContent } from "@/lib/contracts/content";
import { diffContent } from "@/lib/contracts/diff";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { latestSignature } from "@/lib/pdf/paper-signature";
import type { Prisma } from "@/lib/server/generated/client";
import { listSignatures } from "@/lib/server/signatures";

/** The comparison of a submitted change with the version before it, with the signatures on the change. */
export async function changePageOf(
  revision: Prisma.ContractRevisionGetPayload<object>,
  contract: { contractNo: string | null; customerName: string },
): Promise<ChangePage | null> {
  const after = revision.contentAfter as ContractContent | null;
  if (after === null) return null;
  const signatures = await listSignatures(revision.id);
  return {
    contractNo: contract.contractNo ?? "",
    customerName: contract.customerName,
    revision: revision.revision,
    reason: revision.reason,
    totalBefore: Money.of(revision.totalBefore).toString(),
    totalAfter: Money.of(revision.totalAfter).toString(),
    effectiveOn: revision.effectiveOn && fromDbDate(revision.effectiveOn),
    diff: diffContent(revision.contentBefore as ContractContent, after),
    preparedBy: latestSignature(signatures, "PREPARED"),
    checkedBy: latestSignature(signatures, "CHECKED"),
    approvedBy: latestSignature(signatures, "APPROVED"),
  };
}
