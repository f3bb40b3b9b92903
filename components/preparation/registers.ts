/** The registers of preparation orders and reservations in words: the same for the pages and their exports. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import { PREPARATION_TONES, RESERVATION_SOURCES } from "@/lib/preparation/labels";
import { PREPARATION_STATUSES } from "@/lib/preparation/lifecycle";
import type { ListColumn } from "@/lib/server/list-spec";

type Columns = readonly ListColumn[];
type Words = (key: string) => string;

export function preparationColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    number: { pinned: true, priority: 1, href: "/preparation/{id}" },
    status: {
      width: 112,
      priority: 1,
      states: statesOf(PREPARATION_TONES, t, "preparation.status"),
    },
    customer: { width: 200, priority: 1 },
    dueOn: { width: 136, near: true },
    preparedBy: { width: 88, priority: 3 },
    keeper: { width: 88, priority: 3 },
    task: { width: 112, priority: 3 },
    createdAt: { priority: 3 },
  });
}

export function preparationFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("preparation.filters.status"),
      kind: "enum",
      options: optionsFrom(PREPARATION_STATUSES, t, "preparation.status"),
    },
    { key: "contract", label: words("preparation.filters.contract"), kind: "prefix" },
    { key: "dueOn", label: words("preparation.filters.due_on"), kind: "dates" },
    { key: "short", label: words("preparation.filters.short"), kind: "flag" },
  ];
}

export function reservationColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    code: { pinned: true, priority: 1, href: "/stock/{productId}" },
    product: { width: 160, priority: 1 },
    spec: { width: 160 },
    contract: { priority: 1 },
    customer: { width: 180 },
    source: {
      width: 112,
      labels: labelsOf(RESERVATION_SOURCES, t, "preparation.reservations.sources"),
    },
    unit: { width: 56, priority: 3 },
    batch: { width: 96, priority: 3 },
    bin: { width: 80, priority: 3 },
  });
}

export function reservationFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "source",
      label: words("preparation.reservations.source"),
      kind: "enum",
      options: optionsFrom(RESERVATION_SOURCES, t, "preparation.reservations.sources"),
    },
    { key: "contract", label: words("preparation.reservations.contract"), kind: "prefix" },
    { key: "code", label: words("preparation.reservations.code"), kind: "prefix" },
    { key: "since", label: words("preparation.reservations.since"), kind: "dates" },
  ];
}
