/** The register of outbound slips in words: the same for the page and its export. */
import { columnsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";
import { SLIP_TONES } from "@/lib/shipping/labels";
import { SLIP_STATUSES } from "@/lib/shipping/slip-lifecycle";

type Words = (key: string) => string;

export function slipColumns(columns: readonly ListColumn[], t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { pinned: true, priority: 1, href: "/shipping/slips/{id}" },
    status: { width: 152, priority: 1, states: statesOf(SLIP_TONES, t, "shipping.slip_status") },
    customerName: { width: 200, priority: 1 },
    noticeNo: { priority: 3 },
    slipOn: { width: 136, near: true },
    issuedByName: { width: 88, priority: 3 },
    preparedByName: { width: 88, priority: 3 },
    createdAt: { priority: 3 },
  });
}

export function slipFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("shipping.filters.status"),
      kind: "enum",
      options: optionsFrom(SLIP_STATUSES, t, "shipping.slip_status"),
    },
    { key: "contract", label: words("shipping.filters.contract"), kind: "prefix" },
    { key: "slipOn", label: words("shipping.filters.slip_on"), kind: "dates" },
    { key: "issuedOn", label: words("shipping.filters.issued_on"), kind: "dates" },
    { key: "exception", label: words("shipping.filters.exception"), kind: "flag" },
    { key: "red", label: words("shipping.filters.red"), kind: "flag" },
  ];
}
