/** One field's refusal: `path` as in the form ("lines.2.quantity"), `code` a message key, `details` its arguments. */
export type FieldIssue = { path: string; code: string; details?: Record<string, string> };

/**
 * A refusal the user is shown a sentence for: thrown inside (the transaction rolls back), data at
 * the edge. `code` is `<domain>.<reason>`, `details` fill the sentence, `issues` point at fields.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly details?: Record<string, string>;
  readonly issues?: FieldIssue[];

  constructor(
    readonly code: string,
    details?: Record<string, string>,
    issues?: FieldIssue[],
  ) {
    super(code);
    if (details) this.details = details;
    if (issues) this.issues = issues;
  }
}
