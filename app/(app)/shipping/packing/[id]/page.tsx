import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PackingDocument } from "@/components/dispatch/packing-document";
import { Messages } from "@/components/layout/messages";
import { OpenChanges } from "@/components/records/open-changes";
import { NoPermission } from "@/components/ui/empty-state";
import { findPackingDetail, listCheckers, listsToTheSameConsignee } from "@/lib/dispatch/queries";
import { openAcknowledgementsOf } from "@/lib/records/acknowledgements";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispatch"))("packing_doc") };
}

/** One packing list (F11). */
export default async function PackingListPage({ params }: PageProps<"/shipping/packing/[id]">) {
  const { actor, allowed } = await gate("packing:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const packing = await findPackingDetail(actor, id);
  if (!packing) notFound();
  const [checkers, lists, papers, changes] = await Promise.all([
    listCheckers(),
    listsToTheSameConsignee(actor, id),
    papersOf(actor, { subjectType: "packing_list", subjectId: id }, [packing.slipId]),
    openAcknowledgementsOf(actor, id),
  ]);
  return (
    <Messages namespaces={["dispatch"]}>
      <OpenChanges rows={changes} />
      <PackingDocument {...{ packing, checkers, lists, papers }} actorId={actor.id} />
    </Messages>
  );
}
