"use client";
import { SegmentedControl } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";
import { setPreferenceCookie } from "./preference-cookie";

/** Chinese or English; each language is written in itself, so that it is found by those who need it. */
export function LocaleSwitch({ fullWidth = false }: { fullWidth?: boolean }) {
  const t = useTranslations("nav.user");
  const router = useRouter();
  const locale = useLocale();
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={t("language")}
      value={locale}
      data={[
        { value: "zh", label: "中文" },
        { value: "en", label: "English" },
      ]}
      onChange={(value) => {
        setPreferenceCookie(LOCALE_COOKIE, value);
        router.refresh();
      }}
    />
  );
}
