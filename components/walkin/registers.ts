/** The register of walk-in pickups in words: the same for the page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";
import { WALK_IN_TONES } from "@/lib/walkin/labels";
import { WALK_IN_STATUSES } from "@/lib/walkin/lifecycle";

type Words = (key: string) => string;
const TERMS = ["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"] as const;

export function walkInColumns(columns: readonly ListColumn[], t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { href: "/walk-in/{id}", pinned: true, priority: 1 },
    status: { width: 168, priority: 1, states: statesOf(WALK_IN_TONES, t, "walkin.status") },
    customerName: { width: 200, priority: 1 },
    receiverName: { width: 88, priority: 3 },
    paymentTerm: { width: 96, labels: labelsOf(TERMS, t, "contracts.payment_terms") },
    overdue: { width: 128, labels: labelsOf(["draft", "effective"], t, "walkin.overdue") },
    slipNo: { priority: 3 },
    preparedByName: { width: 88, priority: 3 },
    createdAt: { priority: 3 },
  });
}

export function walkInFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("walkin.columns.status"),
      kind: "enum",
      options: optionsFrom(WALK_IN_STATUSES, t, "walkin.status"),
    },
    { key: "overdue", label: words("walkin.overdue.list"), kind: "flag" },
    { key: "contract", label: words("walkin.columns.contract_no"), kind: "prefix" },
    { key: "handedOver", label: words("walkin.columns.handed_over"), kind: "dates" },
    { key: "created", label: words("walkin.columns.pickup_at"), kind: "dates" },
  ];
}
