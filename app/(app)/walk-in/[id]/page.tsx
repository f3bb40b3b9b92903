import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { WalkInDocument } from "@/components/walkin/walk-in-document";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";
import { findSlipDetail } from "@/lib/shipping/slip-queries";
import { findWalkInDetail } from "@/lib/walkin/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("walkin");
  return { title: t("document") };
}

/** One walk-in pickup with its slip, which carries the signatures (F40). */
export default async function WalkInPage({ params }: PageProps<"/walk-in/[id]">) {
  const { actor, allowed } = await gate("walkin:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const walkIn = await findWalkInDetail(actor, id);
  if (!walkIn) notFound();
  const [slip, papers] = await Promise.all([
    walkIn.slipId ? findSlipDetail(actor, walkIn.slipId) : null,
    papersOf(
      actor,
      { subjectType: "walk_in", subjectId: id },
      walkIn.slipId ? [walkIn.slipId] : [],
    ),
  ]);
  return (
    <Messages namespaces={["walkin", "shipping", "contracts", "receivables"]}>
      <WalkInDocument walkIn={walkIn} slip={slip} papers={papers} />
    </Messages>
  );
}
