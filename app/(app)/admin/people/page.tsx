import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { peopleColumns, peopleFilters } from "@/components/people/people-register";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { listPeople, peopleList } from "@/lib/people/people-list";
import { clock } from "@/lib/server/clock";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

/** All accounts; those who have left stand last. */
export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const { actor, allowed } = await gate("person:manage");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = peopleFilters(t);
  const state = await loadListState(searchParams, filters);
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader
        title={t("people.title")}
        actions={<ButtonLink href="/admin/people/new">{t("people.new_title")}</ButtonLink>}
      />
      <DataTable
        caption={t("people.title")}
        columns={peopleColumns(shownColumns(peopleList(clock.now()), actor), t)}
        page={await listPeople(actor, state)}
        {...{ filters, state }}
        searchHint={t("people.search_hint")}
        rowHref="/admin/people/{id}"
        exportName="people"
        empty={{ text: t("people.list_empty") }}
      />
    </Messages>
  );
}
