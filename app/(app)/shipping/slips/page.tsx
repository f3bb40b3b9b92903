import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { slipColumns, slipFilters } from "@/components/shipping/slip-register";
import { NoPermission } from "@/components/ui/empty-state";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";
import { listSlips, slipList } from "@/lib/shipping/slip-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shipping.slips");
  return { title: t("title") };
}

/** The register of outbound slips (F10). */
export default async function SlipsPage({ searchParams }: PageProps<"/shipping/slips">) {
  const { actor, allowed } = await gate("slip:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = slipFilters(t);
  const state = await loadListState(searchParams, filters);
  return (
    <div className="stack">
      <PageHeader title={t("shipping.slips.title")} />
      <DataTable
        caption={t("shipping.slips.title")}
        columns={slipColumns(shownColumns(slipList, actor), t)}
        page={await listSlips(actor, state)}
        state={state}
        filters={filters}
        searchHint={t("shipping.slips.search_hint")}
        rowHref="/shipping/slips/{id}"
        exportName="slips"
        empty={{ title: t("shipping.slips.empty_title"), text: t("shipping.slips.empty_text") }}
      />
    </div>
  );
}
