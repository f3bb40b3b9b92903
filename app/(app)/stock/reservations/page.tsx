import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { reservationColumns, reservationFilters } from "@/components/preparation/registers";
import { ReleaseBar } from "@/components/preparation/release-bar";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { listReservations, reservationList } from "@/lib/preparation/reservation-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preparation.reservations");
  return { title: t("title") };
}

/** What is bound to which contract; the section chief may free it (rules 5.6). */
export default async function ReservationsPage({ searchParams }: PageProps<"/stock/reservations">) {
  const { actor, allowed } = await gate("stock:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = reservationFilters(t);
  const state = await loadListState(searchParams, filters);
  const mayRelease = can(actor, "reservation:release");
  return (
    <Messages namespaces={["preparation"]}>
      <div className="stack">
        <PageHeader
          title={t("preparation.reservations.title")}
          {...(mayRelease ? { sub: t("preparation.reservations.intro") } : {})}
        />
        <DataTable
          caption={t("preparation.reservations.title")}
          columns={reservationColumns(shownColumns(reservationList, actor), t)}
          page={await listReservations(actor, state)}
          state={state}
          filters={filters}
          searchHint={t("preparation.reservations.search_hint")}
          rowHref="/stock/{productId}"
          exportName="reservations"
          selectable={mayRelease}
          bulkActions={<ReleaseBar />}
          empty={{
            title: t("preparation.reservations.empty_title"),
            text: t("preparation.reservations.empty_text"),
          }}
        />
      </div>
    </Messages>
  );
}
