import "server-only";
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { clock } from "@/lib/server/clock";
import { db, type Tx } from "@/lib/server/db";

export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;

/** Extension -> what the bytes must be. Text-like formats have no magic and are told by the absence of one. */
const ALLOWED: Record<string, readonly string[]> = {
  pdf: ["application/pdf"],
  png: ["image/png"],
  jpg: ["image/jpeg"],
  jpeg: ["image/jpeg"],
  webp: ["image/webp"],
  tif: ["image/tiff"],
  tiff: ["image/tiff"],
  xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  docx: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  dwg: ["image/vnd.dwg"],
  zip: ["application/zip"],
};

export type NewAttachment = {
  subjectType: string;
  subjectId: string;
  kind: string;
  fileName: string;
  bytes: Uint8Array;
};

/** Control characters, path separators and quotes never reach a file system or a header. */
function safeFileName(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return base.replace(/[\u0000-\u001f\u007f"<>|:*?]/g, "_").slice(-160) || "file";
}

/** Size, extension and magic bytes by allow-list; throws `common.file_*`. Returns the media type. */
async function inspectFile(fileName: string, bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength === 0) throw new DomainError("common.file_empty");
  if (bytes.byteLength > MAX_ATTACHMENT_BYTES)
    throw new DomainError("common.file_too_large", { limit: "20" });
  const extension = fileName.split(".").at(-1)?.toLowerCase() ?? "";
  const allowed = ALLOWED[extension];
  if (!allowed)
    throw new DomainError("common.file_kind_refused", { kinds: Object.keys(ALLOWED).join(", ") });
  const found = await fileTypeFromBuffer(bytes);
  if (!found || !allowed.includes(found.mime)) {
    throw new DomainError("common.file_content_differs", { extension });
  }
  return found.mime;
}

/** Stores the bytes once per content and attaches them to the document. Throws `common.file_*`. */
export async function attachFile(tx: Tx, actor: Actor, file: NewAttachment): Promise<string> {
  const mediaType = await inspectFile(file.fileName, file.bytes);
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  await tx.$executeRaw`
    insert into file_blob (sha256, bytes, byte_size)
    values (${sha256}, ${file.bytes}, ${file.bytes.byteLength}) on conflict (sha256) do nothing`;
  const { id } = await tx.attachment.create({
    data: {
      subjectType: file.subjectType,
      subjectId: file.subjectId,
      kind: file.kind,
      fileName: safeFileName(file.fileName),
      mediaType,
      byteSize: file.bytes.byteLength,
      sha256,
      uploadedById: actor.id,
      uploadedByName: actor.name,
      uploadedAt: clock.now(),
    },
    select: { id: true },
  });
  return id;
}

type AttachedTo = { subjectType: string; subjectId: string };

/** Lets another document have the same files, as its own from here on; what it has already is left alone. */
export async function copyAttachments(
  tx: Tx,
  fromSubjectId: string,
  to: AttachedTo & { kind?: string },
): Promise<void> {
  const files = await tx.attachment.findMany({ where: { subjectId: fromSubjectId } });
  const known = await tx.attachment.findMany({ where: { subjectId: to.subjectId } });
  const there = new Set(known.map(({ sha256, fileName }) => `${sha256} ${fileName}`));
  await tx.attachment.createMany({
    data: files
      .filter(({ sha256, fileName }) => !there.has(`${sha256} ${fileName}`))
      .map(({ id: _id, ...file }) => ({ ...file, ...to })),
  });
}

export function listAttachments(subjectId: string) {
  return db.attachment.findMany({
    where: { subjectId },
    orderBy: { uploadedAt: "asc" },
    select: {
      id: true,
      kind: true,
      fileName: true,
      byteSize: true,
      uploadedByName: true,
      uploadedAt: true,
    },
  });
}

/** How many files of a kind a document has; for rules that demand the original. */
export function countAttachments(tx: Tx, subjectId: string): Promise<number> {
  return tx.attachment.count({ where: { subjectId } });
}

export function findAttachment(id: string) {
  return db.attachment.findUnique({
    where: { id },
    select: {
      subjectType: true,
      subjectId: true,
      fileName: true,
      mediaType: true,
      sha256: true,
      blob: { select: { bytes: true } },
    },
  });
}
