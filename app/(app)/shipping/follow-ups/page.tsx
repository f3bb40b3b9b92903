import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadListState } from "@/components/data-table/list-params";
import { FollowUps } from "@/components/dispatch/dispatch-registers";
import { followUpFilters } from "@/components/dispatch/registers";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ClauseHint } from "@/components/ui/clause-hint";
import { NoPermission } from "@/components/ui/empty-state";
import { followUpList, listFollowUps } from "@/lib/dispatch/follow-up-list";
import { clock } from "@/lib/server/clock";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispatch"))("follow_ups_title") };
}

/** Whom to ask today whether the goods have arrived (R1.2.3-c). */
export default async function FollowUpsPage({ searchParams }: PageProps<"/shipping/follow-ups">) {
  const { actor, allowed } = await gate("receipt_confirmation:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations();
  const state = await loadListState(searchParams, followUpFilters(t));
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader
        title={t("dispatch.follow_ups_title")}
        badge={<ClauseHint clause="R1.2.3-c" />}
        sub={t("dispatch.follow_up.intro")}
      />
      <FollowUps
        columns={shownColumns(followUpList(clock.today()), actor)}
        page={await listFollowUps(actor, state)}
        state={state}
      />
    </Messages>
  );
}
