import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/ui/state-badge";

/** Whether an entry can still be chosen. */
export function ActiveMark({ active }: { active: boolean }) {
  const t = useTranslations("settings");
  return (
    <StateBadge tone={active ? "running" : "voided"} label={active ? t("active") : t("inactive")} />
  );
}
