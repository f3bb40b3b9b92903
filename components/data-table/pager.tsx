"use client";
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import styles from "./data-table.module.css";
import type { ListNavigation } from "./use-list-navigation";

type Props = {
  navigation: ListNavigation;
  next: string | null;
  previous: string | null;
  count: number;
};

/** Pages by cursor: a step costs the same on page 2 and on page 2,000, so there are no page numbers to click. */
export function Pager({ navigation, next, previous, count }: Props) {
  const t = useTranslations("grid.table");
  const { href } = navigation;
  return (
    <nav aria-label={t("pages")} className={styles.pager}>
      <span className={styles.quiet}>{t("shown", { count })}</span>
      {previous ? (
        <>
          <Button
            component={Link}
            href={href({})}
            variant="subtle"
            size="compact-sm"
            scroll={false}
          >
            {t("first_page")}
          </Button>
          <Button
            component={Link}
            href={href({ before: previous })}
            rel="prev"
            variant="default"
            size="compact-sm"
            leftSection={<IconChevronLeft size={14} aria-hidden="true" />}
          >
            {t("previous")}
          </Button>
        </>
      ) : null}
      {next ? (
        <Button
          component={Link}
          href={href({ after: next })}
          rel="next"
          variant="default"
          size="compact-sm"
          rightSection={<IconChevronRight size={14} aria-hidden="true" />}
        >
          {t("next")}
        </Button>
      ) : null}
    </nav>
  );
}
