import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { DueContracts } from "@/components/shipping/due-contracts";
import { dueColumns, dueFilters } from "@/components/shipping/due-register";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";
import { dueList, listDue, readyContracts } from "@/lib/shipping/due-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shipping.due");
  return { title: t("title") };
}

/** What the contracts' dates say must be shipped now (R1.2.1-a). */
export default async function DuePage({ searchParams }: PageProps<"/shipping/due">) {
  const { actor, allowed } = await gate("notice:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = dueFilters(t);
  const state = await loadListState(searchParams, filters);
  const mayWrite = can(actor, "notice:write");
  const isSearched = state.q !== "" || Object.keys(state.filters).some((key) => key !== "all");
  const [page, ready] = await Promise.all([
    listDue(actor, state),
    mayWrite && !isSearched ? readyContracts(actor, state) : null,
  ]);
  const linksContracts = can(actor, "contract:read");
  const rowHref = mayWrite
    ? "/shipping/notices/new?contract={contractId}"
    : linksContracts && "/contracts/{contractId}";
  return (
    <div className="stack">
      <PageHeader title={t("shipping.due.title")} sub={t("shipping.due.hint")} />
      {ready ? <DueContracts ready={ready} /> : null}
      <DataTable
        caption={t("shipping.due.title")}
        columns={dueColumns(shownColumns(dueList, actor), t, { linksContracts })}
        page={page}
        state={state}
        filters={filters}
        searchHint={t("shipping.due.search_hint")}
        {...(rowHref ? { rowHref } : {})}
        exportName="shipping-due"
        empty={{ title: t("shipping.due.empty_title"), text: t("shipping.due.empty_text") }}
      />
    </div>
  );
}
