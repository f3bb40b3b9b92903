/** The acts of delegates in words: the same for the page and its export. */
import { columnsOf, labelsOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { SIGNED_SUBJECTS } from "@/lib/auth/signed-documents";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";

type Words = (key: string) => string;
type Choices = {
  principals: readonly { id: string; name: string }[];
  delegates: readonly { id: string; name: string }[];
};

const STEPS = ["CHECKED", "APPROVED", "DEPT_HEAD", "REVIEW"] as const;
const DECISIONS = ["AGREE", "RETURN", "REJECT"] as const;

export function delegatedActColumns(
  columns: readonly ListColumn[],
  t: AnyTranslator,
): DataColumn[] {
  return columnsOf(columns, t, {
    signedAt: { priority: 1 },
    docNo: { href: "/admin/delegations/documents/{place}/{placeId}", priority: 1 },
    document: { width: 112, labels: labelsOf(SIGNED_SUBJECTS, t, "people.documents") },
    customerName: { width: 200, priority: 1 },
    step: { width: 96, labels: labelsOf(STEPS, t, "roles.step") },
    decision: { width: 72, labels: labelsOf(DECISIONS, t, "roles.decision") },
    signedByName: { width: 88 },
    principalName: { width: 88 },
    askedByPhone: { width: 88, priority: 3 },
    comment: { width: 200, priority: 3 },
    delegationNo: { priority: 3 },
  });
}

export function delegatedActFilters(t: AnyTranslator, choices: Choices): DataFilter[] {
  const words = t as unknown as Words;
  const label = (key: string) => words(`people.delegated_acts.columns.${key}`);
  const people = (rows: Choices["principals"]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return [
    {
      key: "principal",
      label: label("principalName"),
      kind: "enum",
      options: people(choices.principals),
    },
    {
      key: "delegate",
      label: label("signedByName"),
      kind: "enum",
      options: people(choices.delegates),
    },
    { key: "day", label: label("signedAt"), kind: "dates" },
    { key: "number", label: label("docNo"), kind: "prefix" },
    { key: "phone", label: label("askedByPhone"), kind: "flag" },
  ];
}
