/** A proposal as the database keeps it: what was read once is read again by the same rules. */
import { type Proposal, proposalInput } from "@/lib/changes/schema";

const DATES: readonly string[] = [
  "agreedOn",
  "signDate",
  "validFrom",
  "validTo",
  "deliveryOn",
  "on",
  "promisedOn",
];

/** Null when it no longer fits the rules of the order screen. */
export function readProposal(stored: unknown): Proposal | null {
  const parsed = proposalInput.safeParse(asTyped(stored));
  return parsed.success ? parsed.data : null;
}

/** Dates that were left out are kept as null and typed as nothing. */
function asTyped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTyped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      inner === null && DATES.includes(key) ? "" : asTyped(inner),
    ]),
  );
}
