import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { ButtonLink } from "@/components/ui/button-link";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { SETTLEMENT_MODES } from "@/lib/credit/terms-policy";
import { CUSTOMER_STAGE_TONES } from "@/lib/customers/labels";
import { CUSTOMER_CATEGORIES, CUSTOMER_STAGES } from "@/lib/customers/schema";

type Props = { page: ListPage; state: ListState; mayCreate: boolean };

/** The customers' register with its words. */
export async function CustomerRegister({ page, state, mayCreate }: Props) {
  const [t, tm] = await Promise.all([getTranslations("customers"), getTranslations("credit.mode")]);
  const categories = Object.fromEntries(CUSTOMER_CATEGORIES.map((c) => [c, t(`category.${c}`)]));
  const modes = Object.fromEntries(SETTLEMENT_MODES.map((mode) => [mode, tm(mode)]));
  const columns: DataColumn[] = [
    {
      key: "customerCode",
      kind: "link",
      header: t("columns.code"),
      href: "/customers/{id}",
      sortable: true,
      pinned: true,
      width: 96,
      priority: 1,
    },
    {
      key: "name",
      kind: "text",
      header: t("columns.name"),
      sortable: true,
      pinned: true,
      width: 260,
      priority: 1,
    },
    { key: "category", kind: "text", header: t("columns.category"), labels: categories, width: 96 },
    {
      key: "stage",
      kind: "state",
      header: t("columns.stage"),
      states: Object.fromEntries(
        CUSTOMER_STAGES.map((stage) => [
          stage,
          { label: t(`stage.${stage}`), tone: CUSTOMER_STAGE_TONES[stage] },
        ]),
      ),
    },
    { key: "isKey", kind: "boolean", header: t("columns.is_key"), priority: 3 },
    {
      key: "settlementMode",
      kind: "text",
      header: t("columns.settlement_mode"),
      labels: modes,
      width: 112,
    },
    {
      key: "cooperationStart",
      kind: "date",
      header: t("columns.cooperation_start"),
      priority: 3,
    },
    { key: "contactName", kind: "text", header: t("columns.contact"), width: 96 },
    { key: "contactPhone", kind: "code", header: t("columns.phone") },
    { key: "ownerName", kind: "text", header: t("columns.owner"), width: 88, priority: 3 },
    {
      key: "createdOn",
      kind: "instant",
      header: t("columns.created_at"),
      sortable: true,
      priority: 3,
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      filters={customerFilters(t, categories, modes)}
      page={page}
      state={state}
      searchHint={t("search_hint")}
      rowHref="/customers/{id}"
      exportName="customers"
      empty={{
        title: t("empty.title"),
        text: t("empty.text"),
        ...(mayCreate
          ? {
              action: <ButtonLink href="/customers/new">{t("new_title")}</ButtonLink>,
            }
          : {}),
      }}
    />
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"customers">>>;

function customerFilters(
  t: Words,
  categories: Record<string, string>,
  modes: Record<string, string>,
): DataFilter[] {
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  return [
    {
      key: "category",
      kind: "enum",
      label: t("columns.category"),
      options: options(categories),
    },
    {
      key: "stage",
      kind: "enum",
      label: t("columns.stage"),
      options: CUSTOMER_STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
    },
    { key: "mode", kind: "enum", label: t("columns.settlement_mode"), options: options(modes) },
    { key: "key", kind: "flag", label: t("fields.is_key") },
    { key: "designated", kind: "flag", label: t("fields.designated_prepaid") },
    { key: "created", kind: "dates", label: t("columns.created_at") },
  ];
}
