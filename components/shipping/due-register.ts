/** The list of what is due to ship, in words: the same for the page and its export. */
import { columnsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";
import { DUE_SITUATIONS, DUE_TONES } from "@/lib/shipping/labels";

type Words = (key: string) => string;

/** Contract numbers lead to their contracts, save for those who may not open them (the keeper). */
export function dueColumns(
  columns: readonly ListColumn[],
  t: AnyTranslator,
  { linksContracts = true } = {},
): DataColumn[] {
  return columnsOf(columns, t, {
    dueOn: { width: 136, pinned: true, near: true, priority: 1 },
    contractNo: {
      pinned: true,
      priority: 1,
      ...(linksContracts ? { href: "/contracts/{contractId}" } : {}),
    },
    situation: { width: 112, priority: 1, states: statesOf(DUE_TONES, t, "shipping.situation") },
    customerName: { width: 200 },
    productName: { width: 160 },
    spec: { width: 180 },
    rest: { unitKey: "unit" },
    stockRest: { unitKey: "unit" },
    available: { unitKey: "unit" },
    unit: { width: 56, priority: 3 },
    papers: { width: 140, priority: 3 },
    handler: { width: 88, priority: 3 },
  });
}

export function dueFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "situation",
      label: words("shipping.filters.situation"),
      kind: "enum",
      options: optionsFrom(DUE_SITUATIONS, t, "shipping.situation"),
    },
    { key: "dueOn", label: words("shipping.filters.due_on"), kind: "dates" },
    { key: "all", label: words("shipping.due.filter_all"), kind: "flag" },
  ];
}
