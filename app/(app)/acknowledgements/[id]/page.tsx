import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AcknowledgementsPanel } from "@/components/records/acknowledgements-panel";
import { isUuid } from "@/lib/core/uuid";
import { findAcknowledgement } from "@/lib/records/acknowledgements";
import { pageActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes.acknowledgements");
  return { title: t("one") };
}

/** One change for the holder of a paper: what, why, and the button that takes note of it. */
export default async function AcknowledgementPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor();
  const { id } = await params;
  const row = isUuid(id) ? await findAcknowledgement(actor, id) : null;
  if (!row) notFound();
  const t = await getTranslations("changes.acknowledgements");
  return (
    <div className="stack">
      <PageHeader title={`${t("one")} ${row.paperNo}`} sub={t("intro")} />
      <AcknowledgementsPanel rows={[row]} />
    </div>
  );
}
