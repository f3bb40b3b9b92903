import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { attachFile } from "@/lib/server/attachments";
import { recordAudit } from "@/lib/server/audit";
import { db, type Tx, transact } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { COMPANY_SUBJECT_ID, COMPANY_SUBJECT_TYPE } from "./base-data-subjects";
import { isPrintableImage, MAX_IMAGE_BYTES } from "./image-check";
import type { CompanyImageKind, RemoveCompanyImageInput } from "./schema";

type NewImage = { kind: CompanyImageKind; fileName: string; bytes: Uint8Array };

/**
 * The logo in the head of papers, or the stamp on approved contracts (F46). Earlier ones stay stored under another kind.
 * Throws `settings.image_*` and `common.file_*`.
 */
export async function storeCompanyImage(actor: Actor, image: NewImage): Promise<{ id: string }> {
  requirePermission(actor, "company:edit");
  if (image.bytes.byteLength > MAX_IMAGE_BYTES) throw new DomainError("settings.image_too_large");
  if (!/\.(png|jpe?g)$/i.test(image.fileName)) throw new DomainError("settings.image_kind_refused");
  if (!isPrintableImage(image.bytes)) throw new DomainError("settings.image_unreadable");
  return transact(async (tx) => {
    const before = await setAside(tx, image.kind);
    const id = await attachFile(tx, actor, {
      ...image,
      subjectType: COMPANY_SUBJECT_TYPE,
      subjectId: COMPANY_SUBJECT_ID,
    });
    await recordChange(tx, actor, image.kind, { before, after: image.fileName.slice(-160) });
    return { id };
  });
}

/** Papers are printed without it from now on. */
export function removeCompanyImage(
  actor: Actor,
  input: RemoveCompanyImageInput,
  key: IdempotencyKey,
): Promise<null> {
  requirePermission(actor, "company:edit");
  return transactOnce({ key, actor, action: "settings.removeImage", input }, async (tx) => {
    const before = await setAside(tx, input.kind);
    if (before !== null) await recordChange(tx, actor, input.kind, { before, after: null });
    return null;
  });
}

async function setAside(tx: Tx, kind: CompanyImageKind): Promise<string | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`company ${kind}`}))`;
  const [former] = await tx.attachment.updateManyAndReturn({
    where: { subjectId: COMPANY_SUBJECT_ID, kind },
    data: { kind: `former_${kind}` },
    select: { fileName: true },
  });
  return former?.fileName ?? null;
}

function recordChange(
  tx: Tx,
  actor: Actor,
  kind: CompanyImageKind,
  change: { before: string | null; after: string | null },
): Promise<void> {
  return recordAudit(tx, actor, {
    type: "company.changed",
    subjectType: COMPANY_SUBJECT_TYPE,
    subjectId: COMPANY_SUBJECT_ID,
    details: { [kind]: change },
  });
}

export type CompanyImageRow = { id: string; kind: string; fileName: string };

/** The pictures in use, for the page of the company. */
export function listCompanyImages(): Promise<CompanyImageRow[]> {
  return db.attachment.findMany({
    where: { subjectId: COMPANY_SUBJECT_ID, kind: { in: ["logo", "stamp"] } },
    select: { id: true, kind: true, fileName: true },
  });
}

/** The pictures themselves, for papers. */
export async function readCompanyImages(): Promise<{ logo?: Uint8Array; stamp?: Uint8Array }> {
  const rows = await db.attachment.findMany({
    where: { subjectId: COMPANY_SUBJECT_ID, kind: { in: ["logo", "stamp"] } },
    select: { kind: true, blob: { select: { bytes: true } } },
  });
  return Object.fromEntries(rows.map(({ kind, blob }) => [kind, blob.bytes]));
}
