import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { isSubjectOpen, type SubjectRef } from "@/lib/records/visibility";
import { listAttachments } from "@/lib/server/attachments";
import { listComments } from "@/lib/server/comments";
import { db } from "@/lib/server/db";
import { countPrints } from "@/lib/server/prints";
import { listSignatures } from "@/lib/server/signatures";
import { openItemsOf } from "@/lib/server/work-items";

export type HistoryEvent = {
  id: string;
  type: string;
  actorName: string;
  onBehalfOf: string | null;
  at: Date;
  details: Record<string, unknown>;
};

/** Audit rows of one document and those that belong to it, oldest first; at most 300. */
async function historyOf(subjectIds: readonly string[]): Promise<HistoryEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: { subjectId: { in: [...subjectIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 300,
    select: { id: true, type: true, actorName: true, onBehalfOf: true, at: true, details: true },
  });
  return rows.map((row) => ({ ...row, details: row.details as Record<string, unknown> }));
}

/**
 * All that hangs on a document: files, comments, signatures, history, who acts next, prints. The caller has shown
 * that the document is in the actor's view.
 */
export async function papersOf(actor: Actor, ref: SubjectRef, related: readonly string[] = []) {
  const { subjectId } = ref;
  const [attachments, comments, signatures, history, openItems, prints, mayAttach] =
    await Promise.all([
      listAttachments(subjectId),
      listComments(subjectId),
      listSignatures(subjectId),
      historyOf([subjectId, ...related]),
      openItemsOf(subjectId),
      countPrints(subjectId),
      isSubjectOpen(actor, ref, "write"),
    ]);
  return { attachments, comments, signatures, history, openItems, prints, mayAttach };
}
