import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SlipPackingStep } from "@/components/dispatch/slip-packing-step";
import { Messages } from "@/components/layout/messages";
import { OpenChanges } from "@/components/records/open-changes";
import { SlipDetail } from "@/components/shipping/slip-detail";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { packingStepOf } from "@/lib/dispatch/queries";
import { openAcknowledgementsOf } from "@/lib/records/acknowledgements";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";
import { findSlipDetail } from "@/lib/shipping/slip-queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shipping");
  return { title: t("slip_title") };
}

/** One outbound slip (F10). */
export default async function SlipPage({ params }: PageProps<"/shipping/slips/[id]">) {
  const { actor, allowed } = await gate("slip:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const slip = await findSlipDetail(actor, id);
  if (!slip) notFound();
  // A walk-in pickup and its slip are one matter: signed, counted and handed over on one page (rules 5.11).
  if (slip.walkInId && can(actor, "walkin:read")) redirect(`/walk-in/${slip.walkInId}` as Route);
  // A red slip was asked for and signed on the slip that it takes back.
  const [papers, changes, step] = await Promise.all([
    papersOf(
      actor,
      { subjectType: "outbound_slip", subjectId: id },
      slip.redOfId ? [slip.redOfId] : [],
    ),
    openAcknowledgementsOf(actor, id),
    packingStepOf(actor, slip),
  ]);
  return (
    <Messages namespaces={["shipping", "dispatch"]}>
      <OpenChanges rows={changes} />
      <SlipDetail
        slip={slip}
        papers={papers}
        packing={step ? <SlipPackingStep slipId={id} step={step} /> : null}
      />
    </Messages>
  );
}
