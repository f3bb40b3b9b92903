"use client";
import { UnstyledButton } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { setPreferenceCookie } from "@/components/layout/preference-cookie";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";
import styles from "./auth-card.module.css";

const NAMES = { zh: "中文", en: "English" } as const;

/** The language before anybody has signed in. */
export function LanguageChoice() {
  const router = useRouter();
  const locale = useLocale();
  return (["zh", "en"] as const).map((language) => (
    <UnstyledButton
      key={language}
      lang={language}
      className={styles.language ?? ""}
      data-chosen={language === locale || undefined}
      aria-pressed={language === locale}
      onClick={() => {
        setPreferenceCookie(LOCALE_COOKIE, language);
        router.refresh();
      }}
    >
      {NAMES[language]}
    </UnstyledButton>
  ));
}
