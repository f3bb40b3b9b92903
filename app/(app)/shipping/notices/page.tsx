import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { noticeColumns, noticeFilters } from "@/components/shipping/notice-register";
import { NoPermission } from "@/components/ui/empty-state";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";
import { listNotices, noticeList } from "@/lib/shipping/notice-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shipping.notices");
  return { title: t("title") };
}

/** The register of shipping notices (F09). */
export default async function NoticesPage({ searchParams }: PageProps<"/shipping/notices">) {
  const { actor, allowed } = await gate("notice:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = noticeFilters(t);
  const state = await loadListState(searchParams, filters);
  return (
    <div className="stack">
      <PageHeader title={t("shipping.notices.title")} />
      <DataTable
        caption={t("shipping.notices.title")}
        columns={noticeColumns(shownColumns(noticeList, actor), t)}
        page={await listNotices(actor, state)}
        state={state}
        filters={filters}
        searchHint={t("shipping.notices.search_hint")}
        rowHref="/shipping/notices/{id}"
        exportName="notices"
        empty={{ title: t("shipping.notices.empty_title"), text: t("shipping.notices.empty_text") }}
      />
    </div>
  );
}
