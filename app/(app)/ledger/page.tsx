import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { ledgerColumns, ledgerFilters } from "@/components/receivables/registers";
import { ClauseHint } from "@/components/ui/clause-hint";
import { NoPermission } from "@/components/ui/empty-state";
import { ledgerList, listLedger } from "@/lib/receivables/ledger-list";
import { clock } from "@/lib/server/clock";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receivables.ledger");
  return { title: t("title") };
}

/** The accounts of customers, 手工账本 (F15). */
export default async function LedgerPage({ searchParams }: PageProps<"/ledger">) {
  const { actor, allowed } = await gate("ledger:read");
  if (!allowed) return <NoPermission />;
  const [t, words] = await Promise.all([getTranslations("receivables.ledger"), getTranslations()]);
  const filters = ledgerFilters(words);
  const state = await loadListState(searchParams, filters);
  return (
    <div className="stack">
      <PageHeader title={t("title")} sub={t("lead")} badge={<ClauseHint clause="R1.1.5-L1" />} />
      <DataTable
        caption={t("title")}
        columns={ledgerColumns(shownColumns(ledgerList(clock.today()), actor), words)}
        page={await listLedger(actor, state)}
        state={state}
        filters={filters}
        searchHint={t("search_hint")}
        rowHref="/ledger/{id}"
        exportName="ledger"
        empty={{ text: t("empty") }}
      />
    </div>
  );
}
