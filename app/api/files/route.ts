import { NextResponse } from "next/server";
import { DomainError } from "@/lib/core/domain-error";
import { uploadInput } from "@/lib/records/schema";
import { storeUpload } from "@/lib/records/store-upload";
import { MAX_ATTACHMENT_BYTES } from "@/lib/server/attachments";
import { toFailure } from "@/lib/server/define-action";
import { assertSameOrigin } from "@/lib/server/origin";
import { currentActor } from "@/lib/server/session";
import { COMPANY_SUBJECT_TYPE } from "@/lib/settings/base-data-subjects";
import { storeCompanyImage } from "@/lib/settings/company-images";
import { companyImageInput } from "@/lib/settings/schema";

/** Room for the other fields of the form around the file. */
const FORM_OVERHEAD_BYTES = 64 * 1024;

/** Upload of one file: same gate as a server action, but streamed, so that a large file gets a clear refusal. */
export async function POST(request: Request): Promise<NextResponse> {
  try {
    await assertSameOrigin();
    const actor = await currentActor();
    if (!actor) throw new DomainError("common.unauthenticated");
    const length = Number.parseInt(request.headers.get("content-length") ?? "", 10);
    if (Number.isNaN(length) || length > MAX_ATTACHMENT_BYTES + FORM_OVERHEAD_BYTES) {
      throw new DomainError("common.file_too_large", { limit: "20" });
    }
    const form = await request.formData();
    const file = form.get("file");
    if (!(file instanceof File)) throw new DomainError("common.file_empty");
    const isCompany = form.get("subjectType") === COMPANY_SUBJECT_TYPE;
    const fields = (isCompany ? companyImageInput : uploadInput).safeParse({
      subjectType: form.get("subjectType"),
      subjectId: form.get("subjectId"),
      kind: form.get("kind") ?? "general",
    });
    if (!fields.success) throw new DomainError("common.invalid_input");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const image = { fileName: file.name, bytes };
    const data =
      "subjectType" in fields.data
        ? await storeUpload(actor, { ...fields.data, ...image })
        : await storeCompanyImage(actor, { ...fields.data, ...image });
    return NextResponse.json({ ok: true, data });
  } catch (error) {
    const failure = await toFailure(error, "upload");
    return NextResponse.json(
      { ok: false, error: failure },
      { status: failure.code === "errors.unexpected" ? 500 : 400 },
    );
  }
}
