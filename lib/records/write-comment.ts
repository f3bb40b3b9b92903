import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { CommentInput } from "@/lib/records/schema";
import { assertSubjectOpen } from "@/lib/records/visibility";
import { addComment } from "@/lib/server/comments";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";

/** Everybody who may read a document may comment on it; comments are never edited or deleted. */
export async function writeComment(
  actor: Actor,
  input: CommentInput,
  key: IdempotencyKey,
): Promise<null> {
  await assertSubjectOpen(actor, input, "read");
  return transactOnce({ key, actor, action: "comment.write", input }, async (tx) => {
    await addComment(tx, actor, input);
    return null;
  });
}
