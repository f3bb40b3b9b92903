import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { SettingsTable } from "@/components/settings/settings-table";
import { NoPermission } from "@/components/ui/empty-state";
import { gate } from "@/lib/server/session";
import { listSettings } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** The business settings of rules 5.8. */
export default async function SettingsPage() {
  const { actor, allowed } = await gate("setting:read");
  if (!allowed) return <NoPermission />;
  const [t, settings] = await Promise.all([getTranslations("settings"), listSettings(actor)]);
  return (
    <div className="stack">
      <PageHeader title={t("title")} sub={t("intro")} />
      <SettingsTable settings={settings} />
    </div>
  );
}
