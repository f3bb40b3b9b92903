import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContractTable } from "@/components/contracts/contract-table";
import {
  contractColumns,
  contractFilters,
  withShownStatus,
} from "@/components/contracts/registers";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { contractList } from "@/lib/contracts/contract-list";
import { contractListScope } from "@/lib/contracts/contract-scope";
import { listPage } from "@/lib/server/list-query";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contracts.list");
  return { title: t("title") };
}

/** All contracts, drafts included. */
export default async function ContractsPage({ searchParams }: PageProps<"/contracts">) {
  const { actor, allowed } = await gate("contract:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = contractFilters(t);
  const state = await loadListState(searchParams, filters);
  const page = await listPage(contractList, {
    actor,
    state,
    scope: contractListScope(actor, state),
  });
  const mayCreate = can(actor, "contract:draft");
  const create = (
    <>
      <ButtonLink href="/contracts/new?form=FORMAL" variant="default">
        {t("contracts.list.new_formal")}
      </ButtonLink>
      <ButtonLink href="/contracts/new?form=VERBAL">{t("contracts.list.new_verbal")}</ButtonLink>
    </>
  );
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader title={t("contracts.list.title")} actions={mayCreate ? create : undefined} />
      <ContractTable
        columns={contractColumns(shownColumns(contractList, actor), t)}
        {...{ filters, state, mayCreate }}
        page={withShownStatus(page)}
      />
    </Messages>
  );
}
