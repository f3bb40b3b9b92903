import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadListState } from "@/components/data-table/list-params";
import { PackingRegister } from "@/components/dispatch/dispatch-registers";
import { PackingViews } from "@/components/dispatch/packing-views";
import { SlipsToPack } from "@/components/dispatch/slips-to-pack";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { packingRegister } from "@/lib/dispatch/dispatch-lists";
import { listSlipsToPack } from "@/lib/dispatch/queries";
import { listPackingLists } from "@/lib/dispatch/register-pages";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispatch"))("packing_title") };
}

/** Packing lists, and the issued slips that wait for one. */
export default async function PackingPage({ searchParams }: PageProps<"/shipping/packing">) {
  const { actor, allowed } = await gate("packing:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("dispatch");
  const isWaiting = (await searchParams).view === "waiting";
  const state = await loadListState(searchParams, packingRegister.filters ?? []);
  const slips = await listSlipsToPack(actor);
  const columns = shownColumns(packingRegister, actor);
  return (
    <Messages namespaces={["dispatch", "grid"]}>
      <PageHeader title={t("packing_title")} />
      <PackingViews isWaiting={isWaiting} waiting={slips.length} />
      {isWaiting ? (
        <SlipsToPack slips={slips} mayStart={can(actor, "packing:write")} />
      ) : (
        <PackingRegister
          columns={columns}
          page={await listPackingLists(actor, state)}
          state={state}
        />
      )}
    </Messages>
  );
}
