import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { receiptColumns, receiptFilters } from "@/components/production/registers";
import { NoPermission } from "@/components/ui/empty-state";
import { listReceipts, receiptList } from "@/lib/production/receipt-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production.receipts");
  return { title: t("title") };
}

/** What the workshop delivered: to inspect, to receive, received (F27). */
export default async function ProductionReceiptsPage({
  searchParams,
}: PageProps<"/production/receipts">) {
  const { actor, allowed } = await gate("stock:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = receiptFilters(t);
  const state = await loadListState(searchParams, filters);
  return (
    <div className="stack">
      <PageHeader title={t("production.receipts.title")} sub={t("production.receipts.lead")} />
      <DataTable
        caption={t("production.receipts.title")}
        columns={receiptColumns(shownColumns(receiptList, actor), t)}
        page={await listReceipts(actor, state)}
        state={state}
        filters={filters}
        searchHint={t("production.receipts.search_hint")}
        rowHref="/production/receipts/{id}"
        exportName="production-receipts"
        empty={{
          title: t("production.receipts.empty_title"),
          text: t("production.receipts.empty_text"),
        }}
      />
    </div>
  );
}
