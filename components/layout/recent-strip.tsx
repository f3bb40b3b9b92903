"use client";
import { UnstyledButton } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconX } from "@tabler/icons-react";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { forgetPage, useRecentPages } from "./recent-pages";
import styles from "./recent-strip.module.css";

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The last documents opened, in the place of the tabs that clerks are used to; Alt+1 to Alt+8. */
export function RecentStrip() {
  const t = useTranslations("nav.landmarks");
  const tc = useTranslations("common.actions");
  const router = useRouter();
  const pathname = usePathname();
  const pages = useRecentPages();

  useHotkeys(
    DIGITS.map((digit) => [
      `alt+${digit}`,
      () => {
        const page = pages[digit - 1];
        if (page) router.push(page.href as Route);
      },
    ]),
    [],
  );

  return (
    <nav
      className={styles.strip}
      aria-label={t("recent")}
      data-empty={pages.length === 0 || undefined}
    >
      {pages.map(({ href, label }) => (
        <span key={href} className={styles.tab} data-active={pathname === href || undefined}>
          <Link href={href as Route} className={styles.link}>
            {label}
          </Link>
          <UnstyledButton
            className={styles.close}
            aria-label={`${tc("remove")} ${label}`}
            onClick={() => forgetPage(href)}
          >
            <IconX size={12} aria-hidden="true" />
          </UnstyledButton>
        </span>
      ))}
    </nav>
  );
}
