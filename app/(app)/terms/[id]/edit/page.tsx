import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TermForm } from "@/components/credit/term-form";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { termValues } from "@/lib/credit/form-values";
import { findTermChange } from "@/lib/credit/term-change-queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("credit");
  return { title: t("edit_title") };
}

/** Changes an own draft; anything else is looked at, not edited. */
export default async function EditTermChangePage({ params }: PageProps<"/terms/[id]/edit">) {
  const { actor, allowed } = await gate("terms:apply");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const change = await findTermChange(actor, id);
  if (!change) notFound();
  if (!change.commands.includes("submit")) redirect(`/terms/${id}`);
  const t = await getTranslations("credit");
  return (
    <Messages namespaces={["credit", "grid"]}>
      <PageHeader
        number={change.docNo}
        title={`${t("edit_title")} · ${change.customerName}`}
        back={{ href: `/terms/${id}`, label: t("doc_title") }}
      />
      <TermForm
        values={termValues(change)}
        customer={{ id: change.customerId, code: "", label: change.customerName }}
        isCustomerFixed
      />
    </Messages>
  );
}
