import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { PreparationForm } from "@/components/preparation/preparation-form";
import { NoPermission } from "@/components/ui/empty-state";
import { newPreparationForm } from "@/lib/preparation/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preparation");
  return { title: t("new_title") };
}

/** A new preparation order for the stock part of a contract (R1.1.3-P). */
export default async function NewPreparationPage({ searchParams }: PageProps<"/preparation/new">) {
  const { actor, allowed } = await gate("preparation:write");
  if (!allowed) return <NoPermission />;
  const { contract } = await searchParams;
  const data = typeof contract === "string" ? await newPreparationForm(actor, contract) : null;
  if (!data) notFound();
  const t = await getTranslations("preparation");
  return (
    <Messages namespaces={["preparation"]}>
      <div className="stack">
        <PageHeader
          title={t("new_title")}
          sub={`${data.contract.contractNo} ${data.contract.customerName}`}
          back={{ href: `/contracts/${data.contract.id}`, label: data.contract.contractNo }}
        />
        <PreparationForm data={data} />
      </div>
    </Messages>
  );
}
