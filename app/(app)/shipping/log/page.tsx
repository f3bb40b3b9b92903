import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadListState } from "@/components/data-table/list-params";
import { ShippingLog } from "@/components/dispatch/dispatch-registers";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ClauseHint } from "@/components/ui/clause-hint";
import { NoPermission } from "@/components/ui/empty-state";
import { listShippingLog } from "@/lib/dispatch/register-pages";
import { shippingLogRegister } from "@/lib/dispatch/shipping-log-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispatch"))("log_title") };
}

/** The electronic shipping log (F13). */
export default async function ShippingLogPage({ searchParams }: PageProps<"/shipping/log">) {
  const { actor, allowed } = await gate("shipping_log:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("dispatch");
  const state = await loadListState(searchParams, shippingLogRegister.filters ?? []);
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader title={t("log_title")} badge={<ClauseHint clause="R1.2.3-a" />} />
      <ShippingLog
        columns={shownColumns(shippingLogRegister, actor)}
        page={await listShippingLog(actor, state)}
        state={state}
      />
    </Messages>
  );
}
