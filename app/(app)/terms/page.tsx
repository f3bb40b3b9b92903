import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TermRegister } from "@/components/credit/term-register";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { listTermChanges, termChangeFilters } from "@/lib/credit/term-change-list";
import { nameCustomers } from "@/lib/customers/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("credit");
  return { title: t("title") };
}

/** The register of settlement-term changes (F20). */
export default async function TermsPage({ searchParams }: PageProps<"/terms">) {
  const { actor, allowed } = await gate("terms:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("credit");
  const state = await loadListState(searchParams, termChangeFilters);
  const [page, chosen] = await Promise.all([
    listTermChanges(actor, state),
    nameCustomers(actor, state.filters.customer ?? []),
  ]);
  const mayPropose = can(actor, "terms:apply");
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader
        title={t("title")}
        actions={
          mayPropose ? <ButtonLink href="/terms/new">{t("new_title")}</ButtonLink> : undefined
        }
      />
      <TermRegister page={page} state={state} mayPropose={mayPropose} chosen={chosen} />
    </Messages>
  );
}
