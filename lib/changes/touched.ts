/** Which lines of the contract a change touches: no new papers for them while it is pending (rules 5.1). */
import type { ContractContent } from "@/lib/contracts/content";
import { diffContent } from "@/lib/contracts/diff";

/** Terms that every paper of the contract carries or rests on. */
const TERMS_OF_ALL_LINES: readonly string[] = [
  "deliveryMethod",
  "freightPayer",
  "partialAllowed",
  "packingRequirement",
  "technicalRequirement",
  "consignee",
  "paymentTerm",
  "dueDays",
  "instalments",
];

/** Ids of the contract's own lines; a line that the change adds has none yet. */
export function touchedLines(before: ContractContent, after: ContractContent): string[] {
  const own = before.lines.flatMap(({ contractLineId }) => contractLineId ?? []);
  const diff = diffContent(before, after);
  if (diff.fields.some(({ field }) => TERMS_OF_ALL_LINES.includes(field))) return own;
  const idAt = new Map(after.lines.map(({ lineNo, contractLineId }) => [lineNo, contractLineId]));
  const touched = diff.lines.flatMap((change) => {
    if (change.kind === "changed") return idAt.get(change.lineNo) ?? [];
    return change.kind === "removed" ? (change.line.contractLineId ?? []) : [];
  });
  return own.filter((id) => touched.includes(id));
}
