import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import type { SettingVersion } from "@/lib/settings/queries";
import type { SettingKey } from "@/lib/settings/setting-specs";
import { SettingValue } from "./setting-value";

type Props = { settingKey: SettingKey; versions: readonly SettingVersion[] };

/** Who changed it, when, to what, from which day on. */
export function SettingHistory({ settingKey, versions }: Props) {
  const t = useTranslations("settings");
  return (
    <PlainTable
      caption={t("history")}
      head={[t("changed_at"), t("changed_by"), t("value"), t("effective_from"), t("reason")]}
      rows={versions.map((version) => ({
        id: version.id,
        cells: [
          version.changedAt ? <DateTimeText key="at" at={version.changedAt} /> : t("preset"),
          version.changedByName,
          <SettingValue key="value" settingKey={settingKey} fields={version.fields} />,
          <DateText key="from" date={version.effectiveFrom} />,
          version.reason,
        ],
      }))}
    />
  );
}
