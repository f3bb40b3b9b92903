import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ClauseHint } from "@/components/ui/clause-hint";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import type { SettingRow } from "@/lib/settings/queries";
import { settingSpec } from "@/lib/settings/setting-specs";
import { SettingValue } from "./setting-value";

const GROUPS = ["credit", "contracts", "shipping", "prices", "organisation"] as const;

/** All settings by group, with today's value and what is to come. */
export function SettingsTable({ settings }: { settings: readonly SettingRow[] }) {
  const t = useTranslations("settings");
  return GROUPS.map((group) => (
    <SectionCard key={group} title={t(`group.${group}`)} flush>
      <PlainTable
        caption={t(`group.${group}`)}
        head={[t("name"), t("value"), t("upcoming"), t("change")]}
        widths={["40%", "30%", "20%", "10%"]}
        rows={settings
          .filter(({ key }) => settingSpec(key).group === group)
          .map((setting) => ({
            id: setting.key,
            cells: [
              <SettingName key="name" setting={setting} />,
              <SettingValue key="value" settingKey={setting.key} fields={setting.current} />,
              <Upcoming key="upcoming" setting={setting} />,
              <Link key="change" href={`/admin/settings/${setting.key}` as Route}>
                {setting.mayChange ? t("change") : t("history")}
              </Link>,
            ],
          }))}
      />
    </SectionCard>
  ));
}

function SettingName({ setting: { key } }: { setting: SettingRow }) {
  const t = useTranslations("settings");
  const { directorOnly, clause } = settingSpec(key);
  return (
    <>
      {t(`keys.${key}.name`)} {directorOnly ? <small>{t("director_only")}</small> : null}{" "}
      {clause ? <ClauseHint clause={clause} /> : null}
    </>
  );
}

function Upcoming({ setting: { key, upcoming } }: { setting: SettingRow }) {
  const t = useTranslations("settings");
  if (!upcoming) return "—";
  return (
    <>
      <SettingValue settingKey={key} fields={upcoming.fields} />{" "}
      {t("from_date", { date: upcoming.effectiveFrom })}
    </>
  );
}
