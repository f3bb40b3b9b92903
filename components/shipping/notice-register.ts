/** The register of shipping notices in words: the same for the page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";
import { DELIVERY_METHODS, FUNDS_TONES, NOTICE_TONES } from "@/lib/shipping/labels";
import { NOTICE_STATUSES } from "@/lib/shipping/notice-lifecycle";

type Words = (key: string) => string;

export function noticeColumns(columns: readonly ListColumn[], t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { pinned: true, priority: 1, href: "/shipping/notices/{id}" },
    status: {
      width: 104,
      priority: 1,
      states: statesOf(NOTICE_TONES, t, "shipping.notice_status"),
    },
    customerName: { width: 200, priority: 1 },
    requiredShipOn: { width: 136, near: true },
    method: { width: 96, labels: labelsOf(DELIVERY_METHODS, t, "shipping.method") },
    fundsStatus: { width: 112, states: statesOf(FUNDS_TONES, t, "shipping.funds") },
    preparedByName: { width: 88, priority: 3 },
    createdAt: { priority: 3 },
  });
}

export function noticeFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("shipping.filters.status"),
      kind: "enum",
      options: optionsFrom(NOTICE_STATUSES, t, "shipping.notice_status"),
    },
    { key: "contract", label: words("shipping.filters.contract"), kind: "prefix" },
    { key: "shipOn", label: words("shipping.filters.ship_on"), kind: "dates" },
    {
      key: "method",
      label: words("shipping.filters.method"),
      kind: "enum",
      options: optionsFrom(DELIVERY_METHODS, t, "shipping.method"),
    },
  ];
}
