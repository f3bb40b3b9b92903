import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TermForm } from "@/components/credit/term-form";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { newTermValues } from "@/lib/credit/form-values";
import { findCustomer } from "@/lib/customers/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("credit");
  return { title: t("new_title") };
}

/** Proposes other settlement terms; `?customer=` comes from a customer's file. */
export default async function NewTermChangePage({ searchParams }: PageProps<"/terms/new">) {
  const { actor, allowed } = await gate("terms:apply");
  if (!allowed) return <NoPermission />;
  const [t, { customer: asked }] = await Promise.all([getTranslations("credit"), searchParams]);
  const customer = typeof asked === "string" ? await findCustomer(actor, asked) : null;
  return (
    <Messages namespaces={["credit", "grid"]}>
      <PageHeader title={t("new_title")} back={{ href: "/terms", label: t("title") }} />
      <TermForm
        values={newTermValues(customer?.id ?? "")}
        customer={
          customer && { id: customer.id, code: customer.customerCode, label: customer.name }
        }
        isCustomerFixed={false}
      />
    </Messages>
  );
}
