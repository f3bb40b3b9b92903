import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { PreparationForm } from "@/components/preparation/preparation-form";
import { NoPermission } from "@/components/ui/empty-state";
import { preparationDraftForm } from "@/lib/preparation/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preparation");
  return { title: t("edit_title") };
}

/** A draft of a preparation order is changed. */
export default async function EditPreparationPage({ params }: PageProps<"/preparation/[id]/edit">) {
  const { actor, allowed } = await gate("preparation:write");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const data = await preparationDraftForm(actor, id);
  if (!data) notFound();
  const t = await getTranslations("preparation");
  return (
    <Messages namespaces={["preparation"]}>
      <div className="stack">
        <PageHeader
          title={t("edit_title")}
          sub={`${data.contract.contractNo} ${data.contract.customerName}`}
          back={{ href: `/preparation/${id}`, label: t("title") }}
        />
        <PreparationForm data={data} />
      </div>
    </Messages>
  );
}
