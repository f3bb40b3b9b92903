import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { assertSubjectOpen, type SubjectRef } from "@/lib/records/visibility";
import { attachFile } from "@/lib/server/attachments";
import { recordAudit } from "@/lib/server/audit";
import { transact } from "@/lib/server/db";

export type Upload = SubjectRef & { kind: string; fileName: string; bytes: Uint8Array };

/** Attaches a file to a document that the person may add to; throws `common.file_*` or `common.not_found`. */
export async function storeUpload(actor: Actor, upload: Upload): Promise<{ id: string }> {
  await assertSubjectOpen(actor, upload, "write");
  return transact(async (tx) => {
    const id = await attachFile(tx, actor, upload);
    await recordAudit(tx, actor, {
      type: "attachment.added",
      subjectType: upload.subjectType,
      subjectId: upload.subjectId,
      details: { fileName: upload.fileName.slice(-160) },
    });
    return { id };
  });
}
