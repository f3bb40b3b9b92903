/** Production's registers in words: the same for the page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import {
  LINE_STATUSES,
  LINE_TONES,
  RECEIPT_TONES,
  TASK_PRIORITIES,
  TASK_TONES,
} from "@/lib/production/labels";
import { TASK_STATUSES } from "@/lib/production/lifecycle";
import { RECEIPT_STATUSES } from "@/lib/production/receipt-lifecycle";
import { TASK_STAGES } from "@/lib/production/stages";
import type { ListColumn } from "@/lib/server/list-spec";

type Columns = readonly ListColumn[];
type Words = (key: string) => string;

export function taskColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { pinned: true, priority: 1, href: "/production/notices/{id}" },
    status: { width: 144, priority: 1, states: statesOf(TASK_TONES, t, "production.task_status") },
    priority: { width: 72, labels: labelsOf(TASK_PRIORITIES, t, "production.priority") },
    customerName: { width: 180 },
    firstName: { width: 180, priority: 1 },
    requiredOn: { near: true },
    toDepartment: { priority: 3 },
    preparedByName: { priority: 3 },
    createdAt: { priority: 3 },
  });
}

export function taskFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("production.filters.status"),
      kind: "enum",
      options: optionsFrom(TASK_STATUSES, t, "production.task_status"),
    },
    {
      key: "priority",
      label: words("production.filters.priority"),
      kind: "enum",
      options: optionsFrom(TASK_PRIORITIES, t, "production.priority"),
    },
    { key: "contract", label: words("production.filters.contract"), kind: "prefix" },
    { key: "issuedOn", label: words("production.filters.issued_on"), kind: "dates" },
  ];
}

export function lineColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { pinned: true, priority: 1, href: "/production/register/{id}" },
    status: { width: 112, priority: 1, states: statesOf(LINE_TONES, t, "production.line_status") },
    stage: { width: 88, priority: 1, labels: labelsOf(TASK_STAGES, t, "production.stage") },
    customerName: { width: 180 },
    productName: { width: 160, priority: 1 },
    spec: { width: 160 },
    drawingNo: { priority: 3 },
    unit: { width: 56, priority: 3 },
    expectedOn: { near: true },
    delayReason: { width: 180, priority: 3 },
    customerInformedAt: { priority: 3 },
    inboundNos: { width: 180, priority: 3 },
    lastLoggedAt: { priority: 3 },
  });
}

export function lineFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    { key: "open", label: words("production.filters.open"), kind: "flag" },
    { key: "late", label: words("production.filters.late"), kind: "flag" },
    { key: "silent", label: words("production.filters.silent"), kind: "flag" },
    {
      key: "stage",
      label: words("production.filters.stage"),
      kind: "enum",
      options: optionsFrom(TASK_STAGES, t, "production.stage"),
    },
    {
      key: "status",
      label: words("production.filters.status"),
      kind: "enum",
      options: optionsFrom(LINE_STATUSES, t, "production.line_status"),
    },
    { key: "contract", label: words("production.filters.contract"), kind: "prefix" },
    { key: "expectedOn", label: words("production.filters.expected_on"), kind: "dates" },
    { key: "issuedOn", label: words("production.filters.issued_on"), kind: "dates" },
  ];
}

export function receiptColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { pinned: true, priority: 1, href: "/production/receipts/{id}" },
    status: {
      width: 144,
      priority: 1,
      states: statesOf(RECEIPT_TONES, t, "production.receipt_status"),
    },
    productName: { width: 160, priority: 1 },
    spec: { width: 160 },
    unit: { width: 56, priority: 3 },
    fromDepartment: { priority: 3 },
  });
}

export function receiptFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("production.filters.status"),
      kind: "enum",
      options: optionsFrom(RECEIPT_STATUSES, t, "production.receipt_status"),
    },
    { key: "contract", label: words("production.filters.contract"), kind: "prefix" },
    { key: "task", label: words("production.filters.task"), kind: "prefix" },
    { key: "receivedOn", label: words("production.filters.received_on"), kind: "dates" },
  ];
}
