import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { InboundForm } from "@/components/stock/inbound-form";
import { NoPermission } from "@/components/ui/empty-state";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";
import { findInbound, listBinCodes } from "@/lib/stock/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock.inbound");
  return { title: t("edit") };
}

/** The keeper goes on with a draft. */
export default async function EditInboundPage({ params }: PageProps<"/stock/inbound/[id]/edit">) {
  const { allowed } = await gate("inbound:post");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const slip = await findInbound(id);
  if (slip?.status !== "DRAFT") notFound();
  const [t, bins] = await Promise.all([getTranslations("stock.inbound"), listBinCodes()]);
  return (
    <Messages namespaces={["stock"]}>
      <div className="stack">
        <PageHeader title={t("edit")} back={{ href: `/stock/inbound/${id}`, label: t("draft") }} />
        <InboundForm draft={slip} today={clock.today()} bins={bins} />
      </div>
    </Messages>
  );
}
