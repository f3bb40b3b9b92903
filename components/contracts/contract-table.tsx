import type { Route } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { ButtonLink } from "@/components/ui/button-link";
import type { ListPage, ListState } from "@/lib/core/list-state";
import styles from "./contract.module.css";

type Props = {
  columns: readonly DataColumn[];
  filters: readonly DataFilter[];
  page: ListPage;
  state: ListState;
  mayCreate: boolean;
};

/** The views a clerk opens most, as links: each is a filter in the address. */
const TABS = {
  all: [],
  drafts: ["DRAFT"],
  pending: ["PENDING_CHIEF", "PENDING_DIRECTOR"],
  executing: ["EFFECTIVE", "EXECUTING"],
} as const;

/** All contracts of both forms, drafts included. */
export async function ContractTable({ columns, filters, page, state, mayCreate }: Props) {
  const t = await getTranslations("contracts.list");
  const chosen = [...(state.filters.status ?? [])].sort().join(",");
  return (
    <div className="stack">
      <nav className={styles.tabs} aria-label={t("title")}>
        {Object.entries(TABS).map(([name, statuses]) => {
          const status = statuses.join(",");
          return (
            <Link
              key={name}
              href={(status === "" ? "/contracts" : `/contracts?status=${status}`) as Route}
              className={styles.tab}
              {...(chosen === status ? { "aria-current": "page" } : {})}
            >
              {t(`tabs.${name as keyof typeof TABS}`)}
            </Link>
          );
        })}
      </nav>
      <DataTable
        caption={t("title")}
        columns={columns}
        filters={filters}
        page={page}
        state={state}
        searchHint={t("search_hint")}
        rowHref="/contracts/{id}"
        exportName="contracts"
        empty={{
          title: t("empty_title"),
          text: t("empty_text"),
          ...(mayCreate
            ? {
                action: (
                  <ButtonLink href="/contracts/new?form=VERBAL">{t("new_verbal")}</ButtonLink>
                ),
              }
            : {}),
        }}
      />
    </div>
  );
}
