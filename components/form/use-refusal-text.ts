"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { issueText, refusalText } from "@/lib/i18n/refusal-text";
import type { ActionFailure, FieldIssue } from "@/lib/server/action-result";

/** Turns what a server action refused into sentences of the reader's language. */
export function useRefusalText() {
  const t = useTranslations();
  const ofFailure = useCallback(
    ({ code, details, requestId }: ActionFailure) =>
      requestId
        ? refusalText(t, "common.unexpected_with_id", { id: requestId })
        : refusalText(t, code, details),
    [t],
  );
  const ofIssue = useCallback(
    ({ code, details }: FieldIssue) => issueText(t, { code, ...(details && { details }) }),
    [t],
  );
  const ofFieldError = useCallback(
    (error: { type?: unknown; message?: string | undefined } | undefined) => {
      if (!error) return undefined;
      if (error.type === SERVER_ISSUE) return error.message;
      return issueText(t, { code: String(error.type ?? ""), message: error.message });
    },
    [t],
  );
  return { ofFailure, ofIssue, ofFieldError };
}

/** Marks field errors whose message is a finished sentence that came back from the server. */
export const SERVER_ISSUE = "server";
