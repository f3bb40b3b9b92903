import { useTranslations } from "next-intl";
import { formatMoney } from "@/lib/i18n/format";
import { type SettingKey, settingSpec } from "@/lib/settings/setting-specs";

type Props = { settingKey: SettingKey; fields: Readonly<Record<string, string>> };

/** A setting's value as people read it. */
export function SettingValue({ settingKey, fields }: Props) {
  const t = useTranslations("settings");
  const { fields: shape } = settingSpec(settingKey);
  if (shape.length === 2) {
    const [first = "", last = ""] = shape.map(({ name }) => fields[name] ?? "");
    const unit = shape[1]?.unit;
    return t("range", { first, last: unit ? t(`counted.${unit}`, { count: last }) : last });
  }
  return shape
    .map(({ name, kind, unit }) => {
      const text = fields[name] ?? "";
      if (kind === "money") return formatMoney(text, { symbol: true });
      if (unit) return t(`counted.${unit}`, { count: text });
      if (kind === "choice") return t(`choices.${text}` as "choices.yes");
      if (kind === "factor") return `${t(`fields.${name}` as "fields.KEY")} ${text}`;
      return kind === "lines" ? text.split("\n").join("、") : text;
    })
    .join("；");
}
