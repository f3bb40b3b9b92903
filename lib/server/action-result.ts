/** What a server action answers; shared by server and client. */
import type { FieldIssue } from "@/lib/core/domain-error";

export type { FieldIssue };
export type ActionFailure = {
  /** Looked up in the message catalogue; never a sentence. */
  code: string;
  details?: Record<string, string>;
  issues?: FieldIssue[];
  /** To find an unexpected error in the log. */
  requestId?: string;
};
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionFailure };
