import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { inboundColumns, inboundFilters } from "@/components/stock/registers";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";
import { inboundList, listInbound } from "@/lib/stock/inbound-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock.inbound");
  return { title: t("title") };
}

/** The inbound slips (F27). */
export default async function InboundPage({ searchParams }: PageProps<"/stock/inbound">) {
  const { actor, allowed } = await gate("stock:read");
  if (!allowed) return <NoPermission />;
  const [t, words] = await Promise.all([getTranslations("stock.inbound"), getTranslations()]);
  const filters = inboundFilters(words);
  const state = await loadListState(searchParams, filters);
  const create = can(actor, "inbound:post") ? (
    <ButtonLink href="/stock/inbound/new">{t("new")}</ButtonLink>
  ) : null;
  return (
    <div className="stack">
      <PageHeader title={t("title")} sub={t("lead")} actions={create} />
      <DataTable
        caption={t("title")}
        columns={inboundColumns(shownColumns(inboundList, actor), words)}
        page={await listInbound(actor, state)}
        state={state}
        filters={filters}
        searchHint={words("stock.columns.doc_no")}
        rowHref="/stock/inbound/{id}"
        exportName="inbound"
        empty={{ text: t("empty"), action: create }}
      />
    </div>
  );
}
