import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
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
  all: "",
  my_drafts: "?status=DRAFT&mine=true",
  all_drafts: "?status=DRAFT",
  drafts: "?status=DRAFT",
  pending: "?status=PENDING_CHIEF,PENDING_DIRECTOR",
  executing: "?status=EFFECTIVE,EXECUTING",
} as const;

type Tab = keyof typeof TABS;
/** Whoever drafts finds the own drafts first, and all of them beside. */
const TABS_OF_DRAFTERS: readonly Tab[] = ["all", "my_drafts", "all_drafts", "pending", "executing"];
const TABS_OF_READERS: readonly Tab[] = ["all", "drafts", "pending", "executing"];

/** The address of what is shown, as far as tabs tell it apart. */
function shownTab({ filters }: ListState): string {
  const status = [...(filters.status ?? [])].sort().join(",");
  const narrowed = [
    ...(status === "" ? [] : [`status=${status}`]),
    ...(filters.mine?.[0] === "true" ? ["mine=true"] : []),
  ];
  return narrowed.length === 0 ? "" : `?${narrowed.join("&")}`;
}

/** All contracts of both forms, drafts included. */
export async function ContractTable({ columns, filters, page, state, mayCreate }: Props) {
  const t = await getTranslations("contracts.list");
  const shown = shownTab(state);
  return (
    <div className="stack">
      <nav className={styles.tabs} aria-label={t("title")}>
        {(mayCreate ? TABS_OF_DRAFTERS : TABS_OF_READERS).map((name) => (
          <Link
            key={name}
            href={`/contracts${TABS[name]}` as Route}
            className={styles.tab}
            {...(shown === TABS[name] ? { "aria-current": "page" } : {})}
          >
            {t(`tabs.${name}`)}
          </Link>
        ))}
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
