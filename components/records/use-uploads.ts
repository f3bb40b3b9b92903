"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { newSubmissionKey } from "@/components/form/submission-key";
import type { ActionFailure, ActionResult } from "@/lib/server/action-result";

export const MAX_UPLOAD_MEGABYTES = 20;
const BYTES_PER_MEGABYTE = 1024 * 1024;

export type UploadTarget = { subjectType: string; subjectId: string; kind: string };
export type Upload = { key: string; name: string; failure: ActionFailure | null };

/** Sends files one after the other; those that were refused stay in the list with their reason. */
export function useUploads(target: UploadTarget) {
  const router = useRouter();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);

  const add = async (files: readonly File[]) => {
    const queued = files.map((file) => ({ key: newSubmissionKey(), file }));
    setUploads((current) => [
      ...current.filter(({ failure }) => failure === null),
      ...queued.map(({ key, file }) => ({ key, name: file.name, failure: null })),
    ]);
    for (const { key, file } of queued) {
      const failure = await send(file, target, key);
      setUploads((current) =>
        failure
          ? current.map((upload) => (upload.key === key ? { ...upload, failure } : upload))
          : current.filter((upload) => upload.key !== key),
      );
    }
    router.refresh();
  };
  return { uploads, add };
}

async function send(file: File, target: UploadTarget, key: string): Promise<ActionFailure | null> {
  if (file.size > MAX_UPLOAD_MEGABYTES * BYTES_PER_MEGABYTE) {
    return { code: "common.file_too_large", details: { limit: String(MAX_UPLOAD_MEGABYTES) } };
  }
  const form = new FormData();
  form.set("subjectType", target.subjectType);
  form.set("subjectId", target.subjectId);
  form.set("kind", target.kind);
  form.set("key", key);
  form.set("file", file);
  try {
    const response = await fetch("/api/files", { method: "POST", body: form });
    // Our own route answers as actions do; anything else (a proxy's page) does not parse and lands below.
    const answer = (await response.json()) as ActionResult<unknown>;
    return answer.ok ? null : answer.error;
  } catch {
    return { code: navigator.onLine ? "common.unexpected" : "common.offline" };
  }
}
