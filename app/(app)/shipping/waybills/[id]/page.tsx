import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WaybillDocument } from "@/components/dispatch/waybill-document";
import { Messages } from "@/components/layout/messages";
import { OpenChanges } from "@/components/records/open-changes";
import { NoPermission } from "@/components/ui/empty-state";
import { findWaybillDetail } from "@/lib/dispatch/waybill-queries";
import { openAcknowledgementsOf } from "@/lib/records/acknowledgements";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";
import { listCouriers } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispatch"))("waybill_doc") };
}

/** One waybill (F12). */
export default async function WaybillPage({ params }: PageProps<"/shipping/waybills/[id]">) {
  const { actor, allowed } = await gate("packing:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const waybill = await findWaybillDetail(actor, id);
  if (!waybill) notFound();
  const [couriers, papers, changes] = await Promise.all([
    listCouriers(undefined, { activeOnly: true }),
    papersOf(actor, { subjectType: "waybill", subjectId: id }),
    openAcknowledgementsOf(actor, id),
  ]);
  return (
    <Messages namespaces={["dispatch"]}>
      <OpenChanges rows={changes} />
      <WaybillDocument waybill={waybill} couriers={couriers} papers={papers} />
    </Messages>
  );
}
