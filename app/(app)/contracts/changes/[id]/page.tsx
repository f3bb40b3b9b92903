import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RevisionView } from "@/components/changes/revision-view";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { findRevisionPage } from "@/lib/changes/queries";
import { acknowledgementsAbout } from "@/lib/records/acknowledgements";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes");
  return { title: t("one") };
}

/** One change of a contract, from its draft to the version in force (Q38). */
export default async function ChangePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, allowed } = await gate("contract:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const revision = await findRevisionPage(actor, id);
  if (!revision) notFound();
  const [papers, acknowledgements] = await Promise.all([
    papersOf(actor, { subjectType: "contract_revision", subjectId: id }),
    acknowledgementsAbout(actor, id),
  ]);
  return (
    <Messages namespaces={["contracts", "changes"]}>
      <RevisionView {...{ revision, papers, acknowledgements }} />
    </Messages>
  );
}
