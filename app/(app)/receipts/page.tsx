import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { receiptColumns, receiptFilters } from "@/components/receivables/registers";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { listReceipts, receiptList } from "@/lib/receivables/receipt-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receivables.receipts");
  return { title: t("title") };
}

/** The register of receipts (F16). */
export default async function ReceiptsPage({ searchParams }: PageProps<"/receipts">) {
  const { actor, allowed } = await gate("receipt:read");
  if (!allowed) return <NoPermission />;
  const [t, words] = await Promise.all([
    getTranslations("receivables.receipts"),
    getTranslations(),
  ]);
  const filters = receiptFilters(words);
  const state = await loadListState(searchParams, filters);
  const create = can(actor, "receipt:enter") ? (
    <ButtonLink href="/receipts/new">{t("new")}</ButtonLink>
  ) : null;
  return (
    <div className="stack">
      <PageHeader title={t("title")} sub={t("lead")} actions={create} />
      <DataTable
        caption={t("title")}
        columns={receiptColumns(shownColumns(receiptList, actor), words)}
        page={await listReceipts(actor, state)}
        state={state}
        filters={filters}
        searchHint={t("search_hint")}
        rowHref="/receipts/{id}"
        exportName="receipts"
        empty={{ text: t("empty"), action: create }}
      />
    </div>
  );
}
