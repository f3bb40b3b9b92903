import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ContractEnding } from "@/components/changes/contract-ending";
import { OpenPapers } from "@/components/changes/open-papers";
import { ContractView } from "@/components/contracts/contract-view";
import { Messages } from "@/components/layout/messages";
import { ContractSupply } from "@/components/preparation/contract-supply";
import { ContractProduction } from "@/components/production/contract-production";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { contractEnds } from "@/lib/changes/contract-ends";
import { findContractPage } from "@/lib/contracts/contract-page";
import { preparationsOfContract } from "@/lib/preparation/queries";
import { findResplit } from "@/lib/preparation/resplit-query";
import { productionOfContract } from "@/lib/production/contract-production";
import { acknowledgementsAbout } from "@/lib/records/acknowledgements";
import { papersOf } from "@/lib/records/queries";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";
import { shippingOfContract } from "@/lib/shipping/contract-papers";
import { openPapersOf } from "@/lib/shipping/open-papers";

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
  const production = await productionOfContract(actor, id);
  const tasks = production?.tasks.map((task) => task.id);
  const [ends, acknowledgements, openPapers, papers, shipping, preparation, resplit] =
    await Promise.all([
      contractEnds(actor, id),
      acknowledgementsAbout(actor, id),
      openPapersOf(actor, id),
      papersOf(actor, { subjectType: "contract", subjectId: id }, tasks),
      shippingOfContract(actor, id),
      preparationsOfContract(actor, id),
      findResplit(actor, id),
    ]);
  const rights = {
    personId: actor.id,
    mayDecideEnd: can(actor, "contract:decide_end"),
    mayNotify: can(actor, "notice:write"),
  };
  return (
    <Messages namespaces={["contracts", "changes", "preparation"]}>
      <ContractView
        {...page}
        {...{ papers, shipping, rights }}
        supply={
          <>
            {production ? <ContractProduction contractId={id} production={production} /> : null}
            <ContractSupply contractId={id} preparation={preparation} resplit={resplit} />
          </>
        }
        openPapers={<OpenPapers papers={openPapers} />}
        ending={
          <ContractEnding
            ends={ends}
            acknowledgements={acknowledgements}
            personId={actor.id}
            today={clock.today()}
          />
        }
        today={clock.today()}
      />
    </Messages>
  );
}
