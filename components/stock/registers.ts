/** The store's registers in words: the same for the page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";
import {
  INBOUND_STATUSES,
  INBOUND_TONES,
  INBOUND_TYPES,
  MOVEMENT_KINDS,
  MOVEMENT_TONES,
  STOCK_LEVEL_TONES,
  STOCK_LEVELS,
} from "@/lib/stock/labels";

type Columns = readonly ListColumn[];
type Words = (key: string) => string;

export function stockColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    productCode: { href: "/stock/{id}", pinned: true, priority: 1 },
    name: { priority: 1 },
    spec: { width: 180 },
    drawingNo: { priority: 3 },
    unit: { width: 56, priority: 3 },
    freeToPromise: { width: 112 },
    held: { width: 96, priority: 3 },
    minStock: { priority: 3 },
    bins: { priority: 3 },
    level: { width: 136, states: statesOf(STOCK_LEVEL_TONES, t, "stock.levels") },
  });
}

export function stockFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "level",
      label: words("stock.filters.level"),
      kind: "enum",
      options: optionsFrom(STOCK_LEVELS, t, "stock.levels"),
    },
    { key: "inStock", label: words("stock.filters.in_stock"), kind: "flag" },
  ];
}

export function movementColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    movedAt: { pinned: true, priority: 1 },
    sourceNo: { pinned: true, priority: 1 },
    kind: { states: statesOf(MOVEMENT_TONES, t, "stock.kinds") },
    summary: { width: 220 },
    batchNo: { width: 96, priority: 3 },
    binCode: { width: 80, priority: 3 },
    movedByName: { width: 88, priority: 3 },
  });
}

export function movementFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "kind",
      label: words("stock.filters.kind"),
      kind: "enum",
      options: optionsFrom(MOVEMENT_KINDS, t, "stock.kinds"),
    },
    { key: "moved", label: words("stock.filters.moved"), kind: "dates" },
  ];
}

export function inboundColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { href: "/stock/inbound/{id}", pinned: true, priority: 1 },
    receivedOn: { near: true, priority: 1 },
    inboundType: { width: 96, labels: labelsOf(INBOUND_TYPES, t, "stock.types") },
    status: { states: statesOf(INBOUND_TONES, t, "stock.status") },
    createdByName: { width: 88, priority: 3 },
    postedAt: { priority: 3 },
  });
}

export function inboundFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("stock.filters.status"),
      kind: "enum",
      options: optionsFrom(INBOUND_STATUSES, t, "stock.status"),
    },
    {
      key: "type",
      label: words("stock.filters.type"),
      kind: "enum",
      options: optionsFrom(INBOUND_TYPES, t, "stock.types"),
    },
    { key: "received", label: words("stock.filters.received"), kind: "dates" },
  ];
}
