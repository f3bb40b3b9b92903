import * as z from "zod";
import { type Actor, can } from "@/lib/auth/permissions";
import { isSubjectType } from "@/lib/records/subjects";
import { isSubjectOpen } from "@/lib/records/visibility";
import { findAttachment } from "@/lib/server/attachments";
import { currentActor } from "@/lib/server/session";
import { COMPANY_SUBJECT_TYPE } from "@/lib/settings/base-data-subjects";

type Hung = { subjectType: string; subjectId: string };

async function mayRead(actor: Actor, { subjectType, subjectId }: Hung): Promise<boolean> {
  if (subjectType === COMPANY_SUBJECT_TYPE) return can(actor, "company:read");
  return isSubjectType(subjectType) && isSubjectOpen(actor, { subjectType, subjectId }, "read");
}

/** Download of an attachment, only to those who may see its document; never shown inline. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const id = z.uuid().safeParse((await params).id);
  const file = id.success ? await findAttachment(id.data) : null;
  if (!file || !(await mayRead(actor, file))) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.blob.bytes), {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
