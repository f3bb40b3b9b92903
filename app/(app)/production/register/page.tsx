import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { lineColumns, lineFilters } from "@/components/production/registers";
import { NoPermission } from "@/components/ui/empty-state";
import { lineList, listTaskLines } from "@/lib/production/line-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production.register");
  return { title: t("title") };
}

/** The register of production tasks (F07, R1.1.3-T1). */
export default async function TaskRegisterPage({
  searchParams,
}: PageProps<"/production/register">) {
  const { actor, allowed } = await gate("production:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = lineFilters(t);
  const state = await loadListState(searchParams, filters);
  return (
    <div className="stack">
      <PageHeader title={t("production.register.title")} sub={t("production.register.lead")} />
      <DataTable
        caption={t("production.register.title")}
        columns={lineColumns(shownColumns(lineList, actor), t)}
        page={await listTaskLines(actor, state)}
        state={state}
        filters={filters}
        searchHint={t("production.register.search_hint")}
        rowHref="/production/register/{id}"
        exportName="task-lines"
        empty={{
          title: t("production.register.empty_title"),
          text: t("production.register.empty_text"),
        }}
      />
    </div>
  );
}
