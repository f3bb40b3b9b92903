import type { Messages } from "@/lib/i18n/catalogue";

type Words = { [key: string]: string | Words };

/** The words of every kind of audit event, from `<domain>.audit.<document>.<what happened>` of all domains. */
export function auditWords(messages: Messages): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const domain of Object.values(messages) as Words[]) {
    const { audit } = domain;
    if (typeof audit !== "object") continue;
    for (const [subject, acts] of Object.entries(audit)) {
      if (typeof acts !== "object") continue;
      for (const [act, word] of Object.entries(acts)) {
        if (typeof word === "string") words[`${subject}.${act}`] = word;
      }
    }
  }
  return words;
}
