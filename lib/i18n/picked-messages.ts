import type { Messages } from "./catalogue";
import type { MessageDomain } from "./domains";

export type PartialMessages = { [Domain in MessageDomain]?: Messages[Domain] };

/** Only the named namespaces: what is handed to the browser is paid for by every page view. */
export function pickMessages(
  messages: Messages,
  namespaces: readonly MessageDomain[],
): PartialMessages {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, messages[namespace]]));
}

/** The refusals of all domains: any action may be refused by a rule of a lower floor. */
export function pickRefusals(messages: Messages): PartialMessages {
  const refusals = Object.entries(messages).flatMap(([domain, sentences]) =>
    "refusals" in sentences ? [[domain, { refusals: sentences.refusals }]] : [],
  );
  return Object.fromEntries(refusals);
}
