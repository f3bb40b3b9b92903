import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ShipmentDocument } from "@/components/dispatch/shipment-document";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { findShipment } from "@/lib/dispatch/shipment-queries";
import { formatDateTime } from "@/lib/i18n/format";
import { papersOf } from "@/lib/records/queries";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispatch"))("shipment_doc") };
}

/** One shipment and whether it arrived (F13, F14). */
export default async function ShipmentPage({ params }: PageProps<"/shipping/follow-ups/[id]">) {
  const { actor, allowed } = await gate("shipping_log:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const shipment = await findShipment(actor, id);
  if (!shipment) notFound();
  const subject = { subjectType: "shipping_log_entry", subjectId: id } as const;
  const papers = await papersOf(actor, subject, [shipment.slipId]);
  const now = `${formatDateTime(clock.now()).replace(" ", "T")}:00+08:00`;
  return (
    <Messages namespaces={["dispatch"]}>
      <ShipmentDocument shipment={shipment} now={now} papers={papers} />
    </Messages>
  );
}
