import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { stockColumns, stockFilters } from "@/components/stock/registers";
import { NoPermission } from "@/components/ui/empty-state";
import { clock } from "@/lib/server/clock";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";
import { listStock, stockList } from "@/lib/stock/stock-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock");
  return { title: t("title") };
}

/** What lies in the store and what of it may be promised. */
export default async function StockPage({ searchParams }: PageProps<"/stock">) {
  const { actor, allowed } = await gate("stock:read");
  if (!allowed) return <NoPermission />;
  const words = await getTranslations();
  const filters = stockFilters(words);
  const state = await loadListState(searchParams, filters);
  return (
    <div className="stack">
      <PageHeader title={words("stock.title")} sub={words("stock.lead")} />
      <DataTable
        caption={words("stock.title")}
        columns={stockColumns(shownColumns(stockList(clock.today()), actor), words)}
        page={await listStock(actor, state)}
        state={state}
        filters={filters}
        searchHint={words("stock.search_hint")}
        rowHref="/stock/{id}"
        exportName="stock"
      />
    </div>
  );
}
