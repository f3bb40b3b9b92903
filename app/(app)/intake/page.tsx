import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { intakeRegisterColumns, intakeRegisterFilters } from "@/components/intake/registers";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { intakeList, intakeScope } from "@/lib/intake/queries";
import { listPage } from "@/lib/server/list-query";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intake");
  return { title: t("title") };
}

/** The intake register (F01). */
export default async function IntakePage({ searchParams }: PageProps<"/intake">) {
  const { actor, allowed } = await gate("intake:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = intakeRegisterFilters(t);
  const state = await loadListState(searchParams, filters);
  const page = await listPage(intakeList, { actor, state, scope: intakeScope(actor) });
  const create = can(actor, "intake:record") ? (
    <ButtonLink href="/intake/new">{t("intake.new")}</ButtonLink>
  ) : undefined;
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader title={t("intake.title")} actions={create} />
      <DataTable
        caption={t("intake.title")}
        columns={intakeRegisterColumns(shownColumns(intakeList, actor), t)}
        {...{ filters, state, page }}
        searchHint={t("intake.search_hint")}
        rowHref="/intake/{id}"
        exportName="intake"
        empty={{ title: t("intake.empty_title"), text: t("intake.empty_text"), action: create }}
      />
    </Messages>
  );
}
