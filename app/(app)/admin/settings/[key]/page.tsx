import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { SettingForm } from "@/components/settings/setting-form";
import { SettingHistory } from "@/components/settings/setting-history";
import { SettingValue } from "@/components/settings/setting-value";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";
import { listSettings, listSettingVersions } from "@/lib/settings/queries";
import { isSettingKey } from "@/lib/settings/setting-specs";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingPage({ params }: Props) {
  const { actor, allowed } = await gate("setting:read");
  if (!allowed) return <NoPermission />;
  const { key } = await params;
  if (!isSettingKey(key)) notFound();
  const [t, settings, versions] = await Promise.all([
    getTranslations("settings"),
    listSettings(actor),
    listSettingVersions(key),
  ]);
  const setting = settings.find((row) => row.key === key);
  if (!setting) notFound();
  const { latestVersionId, current, mayChange } = setting;
  return (
    <Messages namespaces={["settings"]}>
      <div className="stack">
        <PageHeader
          title={t(`keys.${key}.name`)}
          sub={<SettingValue settingKey={key} fields={current} />}
          back={{ href: "/admin/settings", label: t("title") }}
        />
        {mayChange ? (
          <SectionCard title={t("change")}>
            <SettingForm
              key={latestVersionId}
              settingKey={key}
              fields={current}
              seenVersionId={latestVersionId}
              today={clock.today()}
            />
          </SectionCard>
        ) : null}
        <SectionCard title={t("history")} flush>
          <SettingHistory settingKey={key} versions={versions} />
        </SectionCard>
      </div>
    </Messages>
  );
}
