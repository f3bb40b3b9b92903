import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadListState } from "@/components/data-table/list-params";
import { WaybillRegister } from "@/components/dispatch/dispatch-registers";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { waybillRegister } from "@/lib/dispatch/dispatch-lists";
import { listWaybills } from "@/lib/dispatch/register-pages";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispatch"))("waybills_title") };
}

/** The register of waybills (F12). */
export default async function WaybillsPage({ searchParams }: PageProps<"/shipping/waybills">) {
  const { actor, allowed } = await gate("packing:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("dispatch");
  const state = await loadListState(searchParams, waybillRegister.filters ?? []);
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader title={t("waybills_title")} />
      <WaybillRegister
        columns={shownColumns(waybillRegister, actor)}
        page={await listWaybills(actor, state)}
        state={state}
      />
    </Messages>
  );
}
