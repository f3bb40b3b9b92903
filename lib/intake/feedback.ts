/** What production answered (R1.1.2-a), as the forms hold it and as it is sent and stored. */
import type { IntakeFormValues } from "@/lib/intake/schema";

export type TypedFeedback = NonNullable<IntakeFormValues["productionFeedback"]>;

/** Nothing heard from production yet. */
export const NO_FEEDBACK: TypedFeedback = {
  department: "",
  person: "",
  on: "",
  promisedOn: "",
  content: "",
};

/** A stored answer as a form holds it; empty fields where nothing was said. */
export function typedFeedback(
  stored: { [Field in keyof TypedFeedback]?: string | null } | null | undefined,
): TypedFeedback {
  return {
    department: stored?.department ?? "",
    person: stored?.person ?? "",
    on: stored?.on ?? "",
    promisedOn: stored?.promisedOn ?? "",
    content: stored?.content ?? "",
  };
}

/** What was typed as it is sent; null while nothing was. A date field that was emptied gives null. */
export function sentFeedback(
  typed: {
    [Field in keyof TypedFeedback]: string | null;
  },
): TypedFeedback | null {
  const isAnswered = Object.values(typed).some((text) => text !== "" && text !== null);
  return isAnswered ? typedFeedback(typed) : null;
}
