import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FollowUpList } from "@/components/dispatch/follow-up-list";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { listFollowUps } from "@/lib/dispatch/shipment-queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispatch"))("follow_ups_title") };
}

/** Whom to ask today whether the goods have arrived (R1.2.3-c). */
export default async function FollowUpsPage() {
  const { actor, allowed } = await gate("receipt_confirmation:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("dispatch");
  return (
    <>
      <PageHeader title={t("follow_ups_title")} sub={t("follow_up.intro")} />
      <FollowUpList items={await listFollowUps(actor)} />
    </>
  );
}
