/** The lists of contracts in words: the same for their pages and their exports. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { CONTRACT_TONES, PAYMENT_TERMS } from "@/lib/contracts/labels";
import { CONTRACT_STATUSES } from "@/lib/contracts/lifecycle";
import type { ListPage } from "@/lib/core/list-state";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { ListColumn } from "@/lib/server/list-spec";

type Words = (key: string) => string;
const FORMS = ["VERBAL", "FORMAL"] as const;
const CLASSES = ["A", "B", "C"] as const;
/** States of a numbered contract, as the register has them. */
const REGISTERED = [
  "EFFECTIVE",
  "EXECUTING",
  "COMPLETED",
  "ARCHIVED",
  "VOIDED",
  "TERMINATED",
] as const;

function states(t: AnyTranslator) {
  return statesOf({ ...CONTRACT_TONES, TO_PRODUCE: "to_produce" }, t, "contracts.status");
}

/** The class now, and what it was at approval: `B_A` is "B 类（原 A 类）" (F04). */
function classesWithOriginal(t: AnyTranslator): Record<string, string> {
  const words = t as unknown as (key: string, values: Record<string, string>) => string;
  const pairs = CLASSES.flatMap((now) => CLASSES.map((original) => [now, original] as const));
  return Object.fromEntries(
    pairs.map(([now, original]) =>
      now === original
        ? [now, words("contracts.register.class", { now, original: "none" })]
        : [`${now}_${original}`, words("contracts.register.class", { now, original })],
    ),
  );
}

/** Contracts whose goods are yet to be made are shown as 待生产. */
export function withShownStatus(page: ListPage): ListPage {
  const rows = page.rows.map((row) =>
    row.awaitsProduction === true ? { ...row, status: "TO_PRODUCE" } : row,
  );
  return { ...page, rows };
}

export function contractColumns(columns: readonly ListColumn[], t: AnyTranslator): DataColumn[] {
  return columnsOf(columns, t, {
    number: { href: "/contracts/{id}", pinned: true, priority: 1, width: 128 },
    status: { priority: 1, states: states(t), width: 124 },
    form: { labels: labelsOf(FORMS, t, "contracts.form"), width: 124, priority: 3 },
    contractClass: { labels: labelsOf(CLASSES, t, "contracts.class"), width: 72 },
    customerName: { width: 220, priority: 1 },
    productSummary: { width: 220 },
    paymentTerm: { labels: labelsOf(PAYMENT_TERMS, t, "contracts.payment_terms"), width: 96 },
    deliveryFrom: { near: true },
    draftedByName: { width: 88, priority: 3 },
    createdAt: { priority: 3 },
  });
}

export function contractFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("contracts.status_label"),
      kind: "enum",
      options: optionsFrom(CONTRACT_STATUSES, t, "contracts.status"),
    },
    {
      key: "form",
      label: words("contracts.form_label"),
      kind: "enum",
      options: optionsFrom(FORMS, t, "contracts.form"),
    },
    {
      key: "contractClass",
      label: words("contracts.class_label"),
      kind: "enum",
      options: optionsFrom(CLASSES, t, "contracts.class"),
    },
    { key: "deliveryFrom", label: words("contracts.list.delivery"), kind: "dates" },
    { key: "createdAt", label: words("contracts.created_at"), kind: "dates" },
    { key: "mine", label: words("contracts.list.mine"), kind: "flag" },
  ];
}

export function registerColumns(columns: readonly ListColumn[], t: AnyTranslator): DataColumn[] {
  const terms = labelsOf(PAYMENT_TERMS, t, "contracts.payment_terms");
  return columnsOf(columns, t, {
    contractNo: { href: "/contracts/{id}", pinned: true, priority: 1, width: 120 },
    status: { priority: 1, states: states(t), width: 108 },
    seq: { width: 64, priority: 3 },
    contractClass: { labels: classesWithOriginal(t), width: 96 },
    form: { labels: labelsOf(FORMS, t, "contracts.form"), width: 124, priority: 3 },
    customerName: { width: 220, priority: 1 },
    settlementMode: { labels: terms, width: 108, priority: 3 },
    tier: {
      labels: labelsOf(["NEW", "MID", "OLD"], t, "contracts.tiers"),
      width: 108,
      priority: 3,
    },
    productSummary: { width: 220 },
    paymentTerm: { labels: terms, width: 96 },
    signDate: { priority: 3 },
    taskNos: { width: 128, priority: 3 },
    prepNos: { width: 128, priority: 3 },
    reviewNos: { width: 128, priority: 3 },
    shippingMethods: { priority: 3 },
    shippedDates: { priority: 3 },
    handlerName: { width: 88, priority: 3 },
    preparedByName: { width: 88, priority: 3 },
    preparedOn: { priority: 3 },
    checkedByName: { width: 88, priority: 3 },
    checkedOn: { priority: 3 },
    approvedByName: { width: 88, priority: 3 },
    approvedOn: { priority: 3 },
    registeredByName: { width: 88 },
    registeredAt: { priority: 3 },
    archiveNo: { priority: 3 },
    migrated: { priority: 3 },
    endReason: { width: 200, priority: 3 },
    remark: { width: 200, priority: 3 },
  });
}

export function registerFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("contracts.status_label"),
      kind: "enum",
      options: optionsFrom(REGISTERED, t, "contracts.status"),
    },
    {
      key: "contractClass",
      label: words("contracts.class_label"),
      kind: "enum",
      options: optionsFrom(CLASSES, t, "contracts.class"),
    },
    {
      key: "form",
      label: words("contracts.form_label"),
      kind: "enum",
      options: optionsFrom(FORMS, t, "contracts.form"),
    },
    { key: "effectiveOn", label: words("contracts.effective_on"), kind: "dates" },
    { key: "unregistered", label: words("contracts.register.filter_open"), kind: "flag" },
  ];
}
