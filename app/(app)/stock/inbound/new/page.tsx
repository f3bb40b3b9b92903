import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { InboundForm } from "@/components/stock/inbound-form";
import { NoPermission } from "@/components/ui/empty-state";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";
import { listBinCodes } from "@/lib/stock/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock.inbound");
  return { title: t("new") };
}

/** The keeper writes what was delivered to the store. */
export default async function NewInboundPage() {
  const { allowed } = await gate("inbound:post");
  if (!allowed) return <NoPermission />;
  const [t, bins] = await Promise.all([getTranslations("stock.inbound"), listBinCodes()]);
  return (
    <Messages namespaces={["stock"]}>
      <div className="stack">
        <PageHeader title={t("new")} back={{ href: "/stock/inbound", label: t("back") }} />
        <InboundForm draft={null} today={clock.today()} bins={bins} />
      </div>
    </Messages>
  );
}
