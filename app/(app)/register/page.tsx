import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterTable } from "@/components/contracts/register-table";
import {
  registerColumns,
  registerFilters,
  withShownStatus,
} from "@/components/contracts/registers";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { contractScope } from "@/lib/contracts/contract-scope";
import { registerList } from "@/lib/contracts/register-list";
import { listPage } from "@/lib/server/list-query";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contracts.register");
  return { title: t("title") };
}

/** The contract register (F04). */
export default async function RegisterPage({ searchParams }: PageProps<"/register">) {
  const { actor, allowed } = await gate("register:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const filters = registerFilters(t);
  const state = await loadListState(searchParams, filters);
  const page = await listPage(registerList, { actor, state, scope: contractScope(actor) });
  return (
    <Messages namespaces={["contracts", "grid"]}>
      <PageHeader title={t("contracts.register.title")} />
      <RegisterTable
        columns={registerColumns(shownColumns(registerList, actor), t)}
        {...{ filters, state }}
        page={withShownStatus(page)}
        mayRegister={can(actor, "contract:register")}
      />
    </Messages>
  );
}
