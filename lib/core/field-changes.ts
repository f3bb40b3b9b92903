type Plain = string | number | boolean | null | undefined | { toString(): string };

/** Before and after of each field that differs, as text, for the audit row; `""` and null are the same. */
export function fieldChanges(
  before: Readonly<Record<string, Plain>>,
  after: Readonly<Record<string, Plain>>,
): Record<string, { before: string | null; after: string | null }> {
  const changed = Object.entries(after)
    .map(([field, value]) => ({ field, before: asText(before[field]), after: asText(value) }))
    .filter((change) => change.before !== change.after);
  return Object.fromEntries(changed.map(({ field, ...change }) => [field, change]));
}

function asText(value: Plain): string | null {
  if (value === null || value === undefined || value === "") return null;
  return value.toString();
}
