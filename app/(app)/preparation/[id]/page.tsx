import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PreparationDetail } from "@/components/preparation/preparation-detail";
import { OpenChanges } from "@/components/records/open-changes";
import { NoPermission } from "@/components/ui/empty-state";
import { findPreparationDetail } from "@/lib/preparation/queries";
import { openAcknowledgementsOf } from "@/lib/records/acknowledgements";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preparation");
  return { title: t("title") };
}

/** One preparation order (F08). */
export default async function PreparationPage({ params }: PageProps<"/preparation/[id]">) {
  const { actor, allowed } = await gate("preparation:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const order = await findPreparationDetail(actor, id);
  if (!order) notFound();
  const [papers, changes] = await Promise.all([
    papersOf(actor, { subjectType: "preparation_order", subjectId: id }),
    openAcknowledgementsOf(actor, id),
  ]);
  return (
    <Messages namespaces={["preparation"]}>
      <OpenChanges rows={changes} />
      <PreparationDetail order={order} papers={papers} />
    </Messages>
  );
}
