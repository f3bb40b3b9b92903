/** The list of accounts in words: the same for its page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { ROLES } from "@/lib/auth/roles";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import { ACCOUNT_STATES, ACCOUNT_TONES } from "@/lib/people/labels";
import type { ListColumn } from "@/lib/server/list-spec";

type Words = (key: string) => string;

export function peopleColumns(columns: readonly ListColumn[], t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    displayName: { pinned: true, priority: 1 },
    role: { labels: labelsOf(ROLES, t, "roles.role"), priority: 1 },
    state: { states: statesOf(ACCOUNT_TONES, t, "people.state") },
    leftOn: { priority: 3 },
  });
}

export function peopleFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "role",
      label: words("people.fields.role"),
      kind: "enum",
      options: optionsFrom(ROLES, t, "roles.role"),
    },
    {
      key: "state",
      label: words("people.fields.state"),
      kind: "enum",
      options: optionsFrom(ACCOUNT_STATES, t, "people.state"),
    },
  ];
}
