import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ContractView } from "@/components/contracts/contract-view";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { findContractPage } from "@/lib/contracts/contract-page";
import { papersOf } from "@/lib/records/queries";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";
import { shippingOfContract } from "@/lib/shipping/contract-papers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contracts.view");
  return { title: t("page_title") };
}

/** One contract of either form, from draft to the last shipment. */
export default async function ContractPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, allowed } = await gate("contract:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const page = await findContractPage(actor, id);
  if (!page) notFound();
  const [papers, shipping] = await Promise.all([
    papersOf(actor, { subjectType: "contract", subjectId: id }),
    shippingOfContract(actor, id),
  ]);
  const rights = {
    personId: actor.id,
    mayDecideEnd: can(actor, "contract:decide_end"),
    mayNotify: can(actor, "notice:write"),
  };
  return (
    <Messages namespaces={["contracts"]}>
      <ContractView {...page} {...{ papers, shipping, rights }} today={clock.today()} />
    </Messages>
  );
}
