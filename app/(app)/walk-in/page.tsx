import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { walkInColumns, walkInFilters } from "@/components/walkin/registers";
import { can } from "@/lib/auth/permissions";
import { clock } from "@/lib/server/clock";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";
import { listWalkIns, walkInList } from "@/lib/walkin/walk-in-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("walkin");
  return { title: t("title") };
}

/** Walk-in pickups (F40): goods first, contract afterwards (R1.2.4-a, R1.2.4-b). */
export default async function WalkInsPage({ searchParams }: PageProps<"/walk-in">) {
  const { actor, allowed } = await gate("walkin:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = walkInFilters(t);
  const state = await loadListState(searchParams, filters);
  const today = clock.today();
  return (
    <div className="stack">
      <PageHeader
        title={t("walkin.title")}
        sub={t("walkin.intro")}
        actions={
          <>
            <ButtonLink href="/walk-in?overdue=true" variant="default">
              {t("walkin.overdue.list")}
            </ButtonLink>
            {can(actor, "walkin:write") ? (
              <ButtonLink href="/walk-in/new">{t("walkin.new")}</ButtonLink>
            ) : null}
          </>
        }
      />
      <DataTable
        caption={t("walkin.list")}
        columns={walkInColumns(shownColumns(walkInList(today), actor), t)}
        page={await listWalkIns(actor, state, today)}
        state={state}
        filters={filters}
        searchHint={t("walkin.search_hint")}
        rowHref="/walk-in/{id}"
        exportName="walk-in"
        empty={{ title: t("walkin.empty_title"), text: t("walkin.empty_text") }}
      />
    </div>
  );
}
