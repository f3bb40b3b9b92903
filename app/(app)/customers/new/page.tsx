import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerForm } from "@/components/customers/customer-form";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { seesOwnOnly } from "@/lib/auth/permissions";
import { newCustomerValues } from "@/lib/customers/form-values";
import { listOwners } from "@/lib/customers/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("new_title") };
}

/** Opens a customer's file; `?name=` is what was typed where the customer was not found. */
export default async function NewCustomerPage({ searchParams }: PageProps<"/customers/new">) {
  const { actor, allowed } = await gate("customer:edit");
  if (!allowed) return <NoPermission />;
  const [t, { name }, owners] = await Promise.all([
    getTranslations("customers"),
    searchParams,
    listOwners(),
  ]);
  const typed = typeof name === "string" ? name.slice(0, 80) : "";
  return (
    <Messages namespaces={["customers"]}>
      <PageHeader title={t("new_title")} back={{ href: "/customers", label: t("title") }} />
      <CustomerForm
        values={newCustomerValues(typed, actor.id)}
        owners={owners.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        mayChooseOwner={!seesOwnOnly(actor)}
      />
    </Messages>
  );
}
