import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AcknowledgementsPanel } from "@/components/records/acknowledgements-panel";
import { NoPermission } from "@/components/ui/empty-state";
import { openAcknowledgements } from "@/lib/records/acknowledgements";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes.acknowledgements");
  return { title: t("title") };
}

/** Changes that this person must take note of (Q38). */
export default async function AcknowledgementsPage() {
  const { actor, allowed } = await gate("acknowledgement:give");
  if (!allowed) return <NoPermission />;
  const [t, rows] = await Promise.all([
    getTranslations("changes.acknowledgements"),
    openAcknowledgements(actor),
  ]);
  return (
    <div className="stack">
      <PageHeader title={t("title")} sub={t("intro")} />
      <AcknowledgementsPanel rows={rows} emptyNotice />
    </div>
  );
}
