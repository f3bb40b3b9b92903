import type { PaperSignature } from "./paper-frame";

/** A signature as the table of signatures lists it. */
type SignatureOfRecord = {
  step: string;
  decision: PaperSignature["decision"];
  comment: string;
  signedByName: string;
  onBehalfOfName: string | null;
  askedByPhone?: boolean;
  signedAt: Date;
  voided: boolean;
};

/** The valid signature of a step, as its box shows it; null while nobody has signed. */
export function latestSignature(
  signatures: readonly SignatureOfRecord[],
  step: string,
): PaperSignature | null {
  // A return sends the paper back to be signed anew: its box is open again.
  const found = signatures.findLast(
    ({ step: signed, decision, voided }) => signed === step && !voided && decision !== "RETURN",
  );
  if (!found) return null;
  const { signedByName: name, onBehalfOfName, decision, signedAt } = found;
  const said = found.askedByPhone ? ["电话请示", found.comment] : [found.comment];
  const comment = said.filter((part) => part !== "").join("；");
  return { name, onBehalfOfName, decision, comment, signedAt };
}
