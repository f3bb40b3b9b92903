import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { LedgerDetail } from "@/components/receivables/ledger-detail";
import { entryColumns, entryFilters } from "@/components/receivables/registers";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { ledgerEntryList, listLedgerEntries } from "@/lib/receivables/ledger-list";
import { findLedgerAccount, listAllocationTargets } from "@/lib/receivables/queries";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receivables.ledger");
  return { title: t("title") };
}

/** One customer's account: debit, credit, balance, what is open and how old (R1.1.5-L2). */
export default async function AccountPage(props: PageProps<"/ledger/[customerId]">) {
  const { actor, allowed } = await gate("ledger:read");
  if (!allowed) return <NoPermission />;
  const { customerId } = await props.params;
  const account = await findLedgerAccount(actor, customerId);
  if (!account) notFound();
  const words = await getTranslations();
  const filters = entryFilters(words);
  const state = await loadListState(props.searchParams, filters);
  const page = await listLedgerEntries(actor, customerId, state);
  const mayMove = can(actor, "receipt:confirm") && account.onAccount !== "0.00";
  const targets = mayMove ? await listAllocationTargets(customerId) : null;
  const columns = entryColumns(shownColumns(ledgerEntryList, actor), words);
  const back = { href: "/ledger", label: words("receivables.ledger.back") };
  const { customerCode, name } = account;
  return (
    <Messages namespaces={["receivables"]}>
      <div className="stack">
        <PageHeader
          title={name}
          number={customerCode}
          back={back}
          remember={`${customerCode} ${name}`}
        />
        <LedgerDetail
          account={account}
          entries={{ columns, page, state, filters }}
          targets={targets}
        />
      </div>
    </Messages>
  );
}
