import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { MovementTable } from "@/components/stock/movement-table";
import { movementColumns, movementFilters } from "@/components/stock/registers";
import { StockAccount } from "@/components/stock/stock-account";
import { NoPermission } from "@/components/ui/empty-state";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";
import { listMovements, movementList } from "@/lib/stock/movement-list";
import { findStockAccount } from "@/lib/stock/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock.account");
  return { title: t("title") };
}

/** The stock account of a product (F28): figures, places, reservations, every movement with its balance. */
export default async function StockAccountPage(props: PageProps<"/stock/[productId]">) {
  const { actor, allowed } = await gate("stock:read");
  if (!allowed) return <NoPermission />;
  const { productId } = await props.params;
  const account = await findStockAccount(productId);
  if (!account) notFound();
  const words = await getTranslations();
  const filters = movementFilters(words);
  const state = await loadListState(props.searchParams, filters);
  const page = await listMovements(actor, productId, state);
  return (
    <div className="stack">
      <PageHeader
        title={`${account.name} ${account.spec}`}
        number={account.productCode}
        back={{ href: "/stock", label: words("stock.title") }}
        remember={`${account.productCode} ${account.name}`}
      />
      <StockAccount account={account} />
      <MovementTable
        productId={productId}
        columns={movementColumns(shownColumns(movementList, actor), words)}
        page={page}
        state={state}
        filters={filters}
      />
    </div>
  );
}
