import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { clock } from "@/lib/server/clock";
import { db, type Tx } from "@/lib/server/db";

export async function addComment(
  tx: Tx,
  actor: Actor,
  { subjectType, subjectId, body }: { subjectType: string; subjectId: string; body: string },
): Promise<void> {
  await tx.comment.create({
    data: {
      subjectType,
      subjectId,
      body,
      authorId: actor.id,
      authorName: actor.name,
      createdAt: clock.now(),
    },
  });
}

export function listComments(subjectId: string) {
  return db.comment.findMany({
    where: { subjectId },
    orderBy: { createdAt: "asc" },
    select: { id: true, body: true, authorName: true, createdAt: true },
  });
}
