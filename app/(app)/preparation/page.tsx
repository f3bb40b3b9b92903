import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { preparationColumns, preparationFilters } from "@/components/preparation/registers";
import { NoPermission } from "@/components/ui/empty-state";
import { listPreparations, preparationList } from "@/lib/preparation/preparation-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preparation");
  return { title: t("title") };
}

/** The register of preparation orders (F08). */
export default async function PreparationsPage({ searchParams }: PageProps<"/preparation">) {
  const { actor, allowed } = await gate("preparation:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = preparationFilters(t);
  const state = await loadListState(searchParams, filters);
  return (
    <div className="stack">
      <PageHeader title={t("preparation.title")} />
      <DataTable
        caption={t("preparation.title")}
        columns={preparationColumns(shownColumns(preparationList, actor), t)}
        page={await listPreparations(actor, state)}
        state={state}
        filters={filters}
        searchHint={t("preparation.search_hint")}
        rowHref="/preparation/{id}"
        exportName="preparation"
        empty={{ title: t("preparation.empty_title"), text: t("preparation.empty_text") }}
      />
    </div>
  );
}
