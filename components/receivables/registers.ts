/** The registers of money in words: the same for the page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import {
  LEDGER_KINDS,
  LEDGER_TONES,
  PAYMENT_CHANNELS,
  RECEIPT_STATUSES,
  RECEIPT_TONES,
  SETTLEMENT_MODES,
} from "@/lib/receivables/labels";
import type { ListColumn } from "@/lib/server/list-spec";

type Columns = readonly ListColumn[];
type Words = (key: string) => string;

export function receiptColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { href: "/receipts/{id}", pinned: true, priority: 1 },
    registeredOn: { near: true },
    customerName: { pinned: true, priority: 1, width: 200 },
    payerName: { priority: 3 },
    channel: { width: 112, labels: labelsOf(PAYMENT_CHANNELS, t, "receivables.channels") },
    amount: { priority: 1 },
    paidOn: { priority: 3 },
    status: { width: 128, states: statesOf(RECEIPT_TONES, t, "receivables.status") },
    bankRef: { priority: 3 },
    createdByName: { width: 88, priority: 3 },
    decidedByName: { width: 88, priority: 3 },
  });
}

export function receiptFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("receivables.filters.status"),
      kind: "enum",
      options: optionsFrom(RECEIPT_STATUSES, t, "receivables.status"),
    },
    {
      key: "channel",
      label: words("receivables.filters.channel"),
      kind: "enum",
      options: optionsFrom(PAYMENT_CHANNELS, t, "receivables.channels"),
    },
    { key: "registered", label: words("receivables.filters.registered"), kind: "dates" },
    { key: "credited", label: words("receivables.filters.credited"), kind: "dates" },
  ];
}

export function ledgerColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    customerCode: { href: "/ledger/{id}", pinned: true, priority: 1, width: 96 },
    customerName: { pinned: true, priority: 1, width: 220 },
    mode: { width: 96, labels: labelsOf(SETTLEMENT_MODES, t, "receivables.modes") },
    creditLimit: { priority: 3 },
    balance: { priority: 1 },
    nextDueOn: { near: true },
  });
}

export function ledgerFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "mode",
      label: words("receivables.filters.mode"),
      kind: "enum",
      options: optionsFrom(SETTLEMENT_MODES, t, "receivables.modes"),
    },
    { key: "overdueOnly", label: words("receivables.filters.overdue_only"), kind: "flag" },
    { key: "all", label: words("receivables.filters.all"), kind: "flag" },
  ];
}

export function entryColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    seq: { width: 64, pinned: true, priority: 3 },
    entryDate: { pinned: true, priority: 1 },
    kind: { states: statesOf(LEDGER_TONES, t, "receivables.entry_kinds") },
    sourceNo: { width: 124, priority: 1 },
    contractNo: { width: 112 },
    summary: { width: 176 },
    debit: { width: 108 },
    credit: { width: 108 },
    balance: { width: 112 },
    byName: { width: 88, priority: 3 },
  });
}

export function entryFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "kind",
      label: words("receivables.filters.kind"),
      kind: "enum",
      options: optionsFrom(LEDGER_KINDS, t, "receivables.entry_kinds"),
    },
    { key: "entered", label: words("receivables.filters.entered"), kind: "dates" },
  ];
}
