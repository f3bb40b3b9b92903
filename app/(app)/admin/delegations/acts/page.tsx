import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import {
  delegatedActColumns,
  delegatedActFilters,
} from "@/components/people/delegated-acts-register";
import { NoPermission } from "@/components/ui/empty-state";
import { actChoices, delegatedActs, listDelegatedActs } from "@/lib/people/delegated-acts-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.delegated_acts");
  return { title: t("title") };
}

/** What delegates signed in whose name: the principal's reading after coming back (Q27). */
export default async function DelegatedActsPage({
  searchParams,
}: PageProps<"/admin/delegations/acts">) {
  const { actor, allowed } = await gate("duty:read");
  if (!allowed) return <NoPermission />;
  const [t, choices] = await Promise.all([getTranslations(), actChoices()]);
  const filters = delegatedActFilters(t, choices);
  const state = await loadListState(searchParams, filters);
  return (
    <Messages namespaces={["grid"]}>
      <div className="stack">
        <PageHeader
          title={t("people.delegated_acts.title")}
          sub={t("people.delegated_acts.intro")}
        />
        <DataTable
          caption={t("people.delegated_acts.title")}
          columns={delegatedActColumns(shownColumns(delegatedActs(choices), actor), t)}
          page={await listDelegatedActs(actor, state, choices)}
          state={state}
          filters={filters}
          rowHref="/admin/delegations/documents/{place}/{placeId}"
          exportName="delegated-acts"
          empty={{ text: t("people.delegated_acts.empty") }}
        />
      </div>
    </Messages>
  );
}
