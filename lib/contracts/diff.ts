/** What changed between two submissions: fields, clauses, lines; unchanged ones are left out. */
import type { ContentLine, ContractContent } from "@/lib/contracts/content";

export type FieldChange = { field: string; before: string | null; after: string | null };
export type LineChange =
  | { kind: "added" | "removed"; line: ContentLine }
  | { kind: "changed"; lineNo: number; productName: string; spec: string; fields: FieldChange[] };
export type ContractDiff = { fields: FieldChange[]; clauses: FieldChange[]; lines: LineChange[] };

export function diffContent(before: ContractContent, after: ContractContent): ContractDiff {
  return {
    fields: [...diffFields(before.head, after.head), ...planChange(before, after)],
    clauses: diffFields(before.clauses, after.clauses),
    lines: diffLines(before.lines, after.lines),
  };
}

export function isUnchanged({ fields, clauses, lines }: ContractDiff): boolean {
  return fields.length + clauses.length + lines.length === 0;
}

/** Whether a reader sees the field: identifiers stand behind a name that is shown. */
export const isShownField = ({ field }: FieldChange) => !field.endsWith("Id");

/** How many values a reader finds changed: each field of a changed line, an added or removed line as one. */
export function changeCount({ fields, clauses, lines }: ContractDiff): number {
  const ofLines = lines.map((change) =>
    change.kind === "changed" ? Math.max(change.fields.filter(isShownField).length, 1) : 1,
  );
  return [fields.length, clauses.length, ...ofLines].reduce((sum, count) => sum + count, 0);
}

type Values = Record<string, string | number | null>;

function diffFields(before: Values, after: Values, skip: readonly string[] = []): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !skip.includes(name) && asText(before[name]) !== asText(after[name]))
    .map((field) => ({ field, before: asText(before[field]), after: asText(after[field]) }));
}

const asText = (value: string | number | null | undefined) =>
  value === undefined || value === null || value === "" ? null : String(value);

function planChange(before: ContractContent, after: ContractContent): FieldChange[] {
  const [old, now] = [planText(before), planText(after)];
  return old === now ? [] : [{ field: "instalments", before: old, after: now }];
}

const planText = ({ instalments }: ContractContent) =>
  instalments.map(({ name, percent }) => `${name} ${percent}%`).join("; ") || null;

/**
 * Lines are matched by the contract line that they keep, else by product and kind in order, so that moving a line up
 * is not a change of all.
 */
function diffLines(before: readonly ContentLine[], after: readonly ContentLine[]): LineChange[] {
  const waiting = new Map<string, ContentLine[]>();
  for (const line of before) {
    const key = identity(line);
    const same = waiting.get(key);
    if (same) same.push(line);
    else waiting.set(key, [line]);
  }
  const matched = new Set<ContentLine>();
  const changes: LineChange[] = [];
  for (const line of after) {
    const old = waiting.get(identity(line))?.shift();
    if (!old) {
      changes.push({ kind: "added", line });
      continue;
    }
    matched.add(old);
    const fields = diffFields(old, line, ["lineNo", "contractLineId"]);
    if (fields.length > 0) {
      changes.push({
        kind: "changed",
        lineNo: line.lineNo,
        productName: line.productName,
        spec: line.spec,
        fields,
      });
    }
  }
  const removed = before.filter((line) => !matched.has(line));
  return [...changes, ...removed.map((line) => ({ kind: "removed", line }) as const)];
}

const identity = ({ contractLineId, lineKind, productId, productName, spec }: ContentLine) =>
  contractLineId ?? productId ?? `${lineKind}|${productName}|${spec}`;
