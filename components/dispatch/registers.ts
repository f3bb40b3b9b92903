/** The registers of packing and dispatch in words: the same for the page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import {
  FOLLOW_UP_STATES,
  FOLLOW_UP_TONES,
  PACKING_TONES,
  RECEIPT_RESULTS,
  WAYBILL_TONES,
} from "@/lib/dispatch/labels";
import { PACKING_STATUSES, WAYBILL_STATUSES } from "@/lib/dispatch/lifecycle";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";
import { DELIVERY_METHODS, FREIGHT_PAYERS } from "@/lib/shipping/labels";

type Columns = readonly ListColumn[];
type Words = (key: string) => string;

export function packingColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { href: "/shipping/packing/{id}", pinned: true, priority: 1 },
    status: { states: statesOf(PACKING_TONES, t, "dispatch.packing_status") },
    customerName: { priority: 1, width: 220 },
    slipNo: { href: "/shipping/slips/{slipId}" },
    packedByName: { width: 96, priority: 3 },
    checkedByName: { width: 96, priority: 3 },
    createdAt: { priority: 3 },
  });
}

export function packingFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("dispatch.filters.status"),
      kind: "enum",
      options: optionsFrom(PACKING_STATUSES, t, "dispatch.packing_status"),
    },
    { key: "contract", label: words("dispatch.filters.contract"), kind: "prefix" },
    { key: "created", label: words("dispatch.filters.created"), kind: "dates" },
  ];
}

export function waybillColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { href: "/shipping/waybills/{id}", pinned: true, priority: 1 },
    status: { width: 128, states: statesOf(WAYBILL_TONES, t, "dispatch.waybill_status") },
    courierName: { width: 112 },
    waybillNo: { width: 160 },
    recipient: { priority: 1, width: 220 },
    pieces: { priority: 3 },
    weightKg: { priority: 3 },
    createdAt: { priority: 3 },
  });
}

export function waybillFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("dispatch.filters.status"),
      kind: "enum",
      options: optionsFrom(WAYBILL_STATUSES, t, "dispatch.waybill_status"),
    },
    { key: "handedOver", label: words("dispatch.filters.handed_over"), kind: "dates" },
  ];
}

export function logColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    seq: { width: 56, priority: 3 },
    shippedOn: { near: true, pinned: true, priority: 1 },
    contractClass: {
      width: 72,
      priority: 3,
      labels: labelsOf(["A", "B", "C"], t, "contracts.class"),
    },
    customerName: { priority: 1, width: 200 },
    productSummary: { width: 180 },
    goods: { width: 280, priority: 3 },
    invoiceWithGoods: { priority: 3 },
    noticeNo: { priority: 3 },
    slipNo: { href: "/shipping/slips/{slipId}" },
    packingListNo: { priority: 3 },
    deliveryMethod: { width: 88, labels: labelsOf(DELIVERY_METHODS, t, "dispatch.methods") },
    carrier: { width: 112, priority: 3 },
    waybillNo: { width: 160 },
    pieces: { priority: 3 },
    weightKg: { priority: 3 },
    freightAmount: { priority: 3 },
    freightPayer: {
      width: 96,
      priority: 3,
      labels: labelsOf(FREIGHT_PAYERS, t, "dispatch.payers"),
    },
    consignee: { width: 88, priority: 3 },
    phone: { width: 128, priority: 3 },
    address: { width: 220, priority: 3 },
    receivedOn: { priority: 3 },
    receiptResult: { width: 128, labels: labelsOf(RECEIPT_RESULTS, t, "dispatch.results") },
    handlerName: { width: 88, priority: 3 },
    remark: { width: 200, priority: 3 },
  });
}

export function logFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    { key: "shippedOn", label: words("dispatch.filters.shipped"), kind: "dates" },
    {
      key: "deliveryMethod",
      label: words("dispatch.filters.method"),
      kind: "enum",
      options: optionsFrom(DELIVERY_METHODS, t, "dispatch.methods"),
    },
    {
      key: "receiptResult",
      label: words("dispatch.filters.result"),
      kind: "enum",
      options: optionsFrom(RECEIPT_RESULTS, t, "dispatch.results"),
    },
    { key: "unconfirmed", label: words("dispatch.filters.unconfirmed"), kind: "flag" },
  ];
}

export function followUpColumns(columns: Columns, t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    customerName: { pinned: true, priority: 1, width: 220 },
    dueOn: { near: true, priority: 1 },
    state: { width: 128, states: statesOf(FOLLOW_UP_TONES, t, "dispatch.follow_up") },
    contact: { width: 96 },
    phone: { href: "tel:{dial}" },
    slipNo: { priority: 3 },
    result: { width: 128, labels: labelsOf(RECEIPT_RESULTS, t, "dispatch.results") },
  });
}

export function followUpFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "state",
      label: words("dispatch.filters.status"),
      kind: "enum",
      options: optionsFrom(FOLLOW_UP_STATES, t, "dispatch.follow_up"),
    },
    { key: "dueOn", label: words("dispatch.follow_up.due_on"), kind: "dates" },
    { key: "shippedOn", label: words("dispatch.filters.shipped"), kind: "dates" },
    {
      key: "result",
      label: words("dispatch.follow_up.last_result"),
      kind: "enum",
      options: optionsFrom(RECEIPT_RESULTS, t, "dispatch.results"),
    },
  ];
}
