/** The audit trail in words: the same for its page and its export. */
import { columnsOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { SYSTEM_NAME } from "@/lib/core/system-actor";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";

type Words = (key: string) => string;
/** Words of every kind of event, by kind. */
type Labels = Readonly<Record<string, string>>;

export function auditColumns(
  columns: readonly ListColumn[],
  t: AnyTranslator,
  labels: Labels,
): DataColumn[] {
  const words = t as unknown as Words;
  return columnsOf(columns, t, {
    at: { priority: 1 },
    type: { labels, width: 280, priority: 1 },
    actorName: { labels: { [SYSTEM_NAME]: words("common.timeline.system") } },
  });
}

export function auditFilters(
  t: AnyTranslator,
  labels: Labels,
  people: readonly { id: string; displayName: string }[],
): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "type",
      label: words("people.audit_register.what"),
      kind: "enum",
      options: Object.entries(labels).map(([value, label]) => ({ value, label })),
    },
    {
      key: "person",
      label: words("people.audit_register.who"),
      kind: "enum",
      options: people.map(({ id, displayName }) => ({ value: id, label: displayName })),
    },
    { key: "day", label: words("people.audit_register.at"), kind: "dates" },
  ];
}
