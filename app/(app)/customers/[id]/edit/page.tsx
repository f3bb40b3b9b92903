import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CustomerForm } from "@/components/customers/customer-form";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { seesOwnOnly } from "@/lib/auth/permissions";
import { customerValues } from "@/lib/customers/form-values";
import { findCustomer, listOwners } from "@/lib/customers/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("edit_title") };
}

/** Changes a customer's file. */
export default async function EditCustomerPage({ params }: PageProps<"/customers/[id]/edit">) {
  const { actor, allowed } = await gate("customer:edit");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const customer = await findCustomer(actor, id);
  if (!customer) notFound();
  if (customer.mergedIntoId) redirect(`/customers/${customer.mergedIntoId}`);
  const [t, owners] = await Promise.all([getTranslations("customers"), listOwners()]);
  return (
    <Messages namespaces={["customers"]}>
      <PageHeader
        number={customer.customerCode}
        title={customer.name}
        back={{ href: `/customers/${id}`, label: t("back_to_file") }}
      />
      <CustomerForm
        values={customerValues(customer)}
        owners={owners.map(({ id: value, displayName }) => ({ value, label: displayName }))}
        mayChooseOwner={!seesOwnOnly(actor)}
      />
    </Messages>
  );
}
