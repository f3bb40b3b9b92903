/** The register of reviews in words: the same for its page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import { REVIEW_TONES, VALIDITY_TONES } from "@/lib/reviews/labels";
import { REVIEW_STATUSES } from "@/lib/reviews/lifecycle";
import { CONCLUSIONS, REVIEW_KINDS } from "@/lib/reviews/policy";
import type { ListColumn } from "@/lib/server/list-spec";

type Words = (key: string) => string;

export function reviewColumns(columns: readonly ListColumn[], t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { href: "/reviews/{id}", pinned: true, priority: 1, width: 124 },
    version: { width: 56, priority: 3 },
    status: { priority: 1, width: 128, states: statesOf(REVIEW_TONES, t, "reviews.status") },
    customerName: { width: 220, priority: 1 },
    products: { width: 240 },
    kind: { width: 96, labels: labelsOf(REVIEW_KINDS, t, "reviews.kind") },
    open: { width: 96 },
    conclusion: { width: 104, labels: labelsOf(CONCLUSIONS, t, "reviews.conclusion") },
    validity: { width: 88, states: statesOf(VALIDITY_TONES, t, "reviews.validity") },
    draftedByName: { width: 88, priority: 3 },
    createdOn: { priority: 3 },
  });
}

export function reviewFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      kind: "enum",
      label: words("reviews.columns.status"),
      options: optionsFrom(REVIEW_STATUSES, t, "reviews.status"),
    },
    {
      key: "kind",
      kind: "enum",
      label: words("reviews.columns.kind"),
      options: optionsFrom(REVIEW_KINDS, t, "reviews.kind"),
    },
    {
      key: "conclusion",
      kind: "enum",
      label: words("reviews.columns.conclusion"),
      options: optionsFrom(CONCLUSIONS, t, "reviews.conclusion"),
    },
    { key: "expired", kind: "flag", label: words("reviews.filters.expired") },
    { key: "created", kind: "dates", label: words("reviews.columns.created_at") },
  ];
}
