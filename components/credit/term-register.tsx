import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { ButtonLink } from "@/components/ui/button-link";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { TERM_CHANGE_TONES } from "@/lib/credit/labels";
import { TERM_CHANGE_STATUSES } from "@/lib/credit/lifecycle";
import { MANUAL_CHANGE_KINDS, SETTLEMENT_MODES } from "@/lib/credit/terms-policy";

type Props = {
  page: ListPage;
  state: ListState;
  mayPropose: boolean;
  /** The customer that the URL names by id. */
  chosen: readonly { value: string; label: string }[];
};

/** The register of settlement-term changes with its words. */
export async function TermRegister({ page, state, mayPropose, chosen }: Props) {
  const t = await getTranslations("credit");
  const kinds = [...MANUAL_CHANGE_KINDS, "ANNUL" as const];
  const kindWords = Object.fromEntries(kinds.map((kind) => [kind, t(`kind.${kind}`)]));
  const modeWords = Object.fromEntries(SETTLEMENT_MODES.map((mode) => [mode, t(`mode.${mode}`)]));
  const columns: DataColumn[] = [
    {
      key: "docNo",
      kind: "link",
      header: t("columns.doc_no"),
      href: "/terms/{id}",
      pinned: true,
      priority: 1,
    },
    { key: "customerName", kind: "text", header: t("columns.customer"), width: 240, priority: 1 },
    { key: "kind", kind: "text", header: t("columns.kind"), labels: kindWords, width: 120 },
    {
      key: "beforeMode",
      kind: "text",
      header: t("columns.before_mode"),
      labels: modeWords,
      width: 112,
    },
    {
      key: "afterMode",
      kind: "text",
      header: t("columns.after_mode"),
      labels: modeWords,
      width: 112,
    },
    { key: "afterLimit", kind: "money", header: t("columns.after_limit") },
    {
      key: "status",
      kind: "state",
      header: t("columns.status"),
      states: Object.fromEntries(
        TERM_CHANGE_STATUSES.map((status) => [
          status,
          { label: t(`status.${status}`), tone: TERM_CHANGE_TONES[status] },
        ]),
      ),
    },
    { key: "decidedOn", kind: "date", header: t("columns.decided_on"), near: true },
    { key: "createdByName", kind: "text", header: t("columns.created_by"), width: 88, priority: 3 },
    {
      key: "createdOn",
      kind: "instant",
      header: t("columns.created_at"),
      sortable: true,
      priority: 3,
    },
  ];
  const filters: DataFilter[] = [
    {
      key: "status",
      kind: "enum",
      label: t("columns.status"),
      options: TERM_CHANGE_STATUSES.map((status) => ({
        value: status,
        label: t(`status.${status}`),
      })),
    },
    {
      key: "kind",
      kind: "enum",
      label: t("columns.kind"),
      options: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
    },
    { key: "customer", kind: "customers", label: t("columns.customer"), chosen },
    { key: "created", kind: "dates", label: t("columns.created_at") },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      filters={filters}
      page={page}
      state={state}
      searchHint={t("search_hint")}
      rowHref="/terms/{id}"
      exportName="term_changes"
      empty={{
        title: t("empty.title"),
        text: t("empty.text"),
        ...(mayPropose
          ? { action: <ButtonLink href="/terms/new">{t("new_title")}</ButtonLink> }
          : {}),
      }}
    />
  );
}
