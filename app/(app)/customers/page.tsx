import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerRegister } from "@/components/customers/customer-register";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { customerList, listCustomers } from "@/lib/customers/customer-list";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("title") };
}

/** The customers' register. */
export default async function CustomersPage({ searchParams }: PageProps<"/customers">) {
  const { actor, allowed } = await gate("customer:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("customers");
  const state = await loadListState(searchParams, customerList.filters ?? []);
  const page = await listCustomers(actor, state);
  const mayCreate = can(actor, "customer:edit");
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader
        title={t("title")}
        actions={
          mayCreate ? <ButtonLink href="/customers/new">{t("new_title")}</ButtonLink> : undefined
        }
      />
      <CustomerRegister page={page} state={state} mayCreate={mayCreate} />
    </Messages>
  );
}
