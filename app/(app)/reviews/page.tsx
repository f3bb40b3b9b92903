import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { reviewColumns, reviewFilters } from "@/components/reviews/registers";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { listReviews, reviewList } from "@/lib/reviews/review-list";
import { clock } from "@/lib/server/clock";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews");
  return { title: t("title") };
}

/** The register of requirements reviews (F05). */
export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const { actor, allowed } = await gate("review:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = reviewFilters(t);
  const state = await loadListState(searchParams, filters);
  const page = await listReviews(actor, state);
  const create = can(actor, "review:draft") ? (
    <ButtonLink href="/reviews/new">{t("reviews.new_title")}</ButtonLink>
  ) : undefined;
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader title={t("reviews.title")} actions={create} />
      <DataTable
        caption={t("reviews.title")}
        columns={reviewColumns(shownColumns(reviewList(clock.today()), actor), t)}
        {...{ filters, state, page }}
        searchHint={t("reviews.search_hint")}
        rowHref="/reviews/{id}"
        exportName="reviews"
        empty={{ title: t("reviews.empty.title"), text: t("reviews.empty.text"), action: create }}
      />
    </Messages>
  );
}
