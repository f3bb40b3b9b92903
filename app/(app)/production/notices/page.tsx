import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { taskColumns, taskFilters } from "@/components/production/registers";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { listTasks, taskList } from "@/lib/production/task-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production.notices");
  return { title: t("title") };
}

/** The production task notices (F06). */
export default async function TasksPage({ searchParams }: PageProps<"/production/notices">) {
  const { actor, allowed } = await gate("production:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = taskFilters(t);
  const state = await loadListState(searchParams, filters);
  const create = can(actor, "production:draft") ? (
    <ButtonLink href="/production/notices/new">{t("production.actions.new_notice")}</ButtonLink>
  ) : null;
  return (
    <div className="stack">
      <PageHeader
        title={t("production.notices.title")}
        sub={t("production.notices.lead")}
        actions={create}
      />
      <DataTable
        caption={t("production.notices.title")}
        columns={taskColumns(shownColumns(taskList, actor), t)}
        page={await listTasks(actor, state)}
        state={state}
        filters={filters}
        searchHint={t("production.notices.search_hint")}
        rowHref="/production/notices/{id}"
        exportName="tasks"
        empty={{
          title: t("production.notices.empty_title"),
          text: t("production.notices.empty_text"),
        }}
      />
    </div>
  );
}
