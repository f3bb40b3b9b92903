/** The intake register in words: the same for its page and its export. */
import { columnsOf, labelsOf, optionsFrom, statesOf } from "@/components/data-table/columns-of";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import { ALL_OUTCOMES, INTAKE_STATUSES, INTAKE_TONES } from "@/lib/intake/labels";
import { CHANNELS, INTAKE_TYPES } from "@/lib/intake/schema";
import type { ListColumn } from "@/lib/server/list-spec";

type Words = (key: string) => string;

export function intakeRegisterColumns(
  columns: readonly ListColumn[],
  t: AnyTranslator,
): DataColumn[] {
  return columnsOf(columns, t, {
    docNo: { href: "/intake/{id}", pinned: true, priority: 1, width: 124 },
    status: { priority: 1, states: statesOf(INTAKE_TONES, t, "intake.status") },
    channel: { labels: labelsOf(CHANNELS, t, "intake.channel"), width: 72 },
    direction: { labels: labelsOf(["IN", "OUT"], t, "intake.direction"), width: 72, priority: 3 },
    intakeType: { labels: labelsOf(INTAKE_TYPES, t, "intake.type"), width: 88 },
    customerName: { width: 220, priority: 1 },
    contactName: { width: 96 },
    outcome: { labels: labelsOf(ALL_OUTCOMES, t, "intake.outcome"), width: 108 },
    createdByName: { width: 88, priority: 3 },
  });
}

export function intakeRegisterFilters(t: AnyTranslator): DataFilter[] {
  const words = t as unknown as Words;
  return [
    {
      key: "status",
      label: words("intake.status_label"),
      kind: "enum",
      options: optionsFrom(INTAKE_STATUSES, t, "intake.status"),
    },
    {
      key: "channel",
      label: words("intake.channel_label"),
      kind: "enum",
      options: optionsFrom(CHANNELS, t, "intake.channel"),
    },
    {
      key: "intakeType",
      label: words("intake.type_label"),
      kind: "enum",
      options: optionsFrom(INTAKE_TYPES, t, "intake.type"),
    },
    { key: "receivedAt", label: words("intake.received_at"), kind: "dates" },
  ];
}
