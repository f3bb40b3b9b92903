"use client";
import { UnstyledButton } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import type { NavGroup, NavItem } from "./nav";
import { NavIcon } from "./nav-icons";
import { NavLinks, useActiveItem } from "./nav-links";
import styles from "./shell.module.css";

type Props = { items: readonly NavItem[]; groups: readonly NavGroup[] };

/** On a phone: the four places the role needs most, and the rest behind 更多. */
export function BottomBar({ items, groups }: Props) {
  const t = useTranslations("nav");
  const active = useActiveItem(items);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <nav className={styles.bottom} aria-label={t("landmarks.bottom")}>
        {items.map((item) => (
          <Link
            key={item.id}
            href={item.href as Route}
            className={styles.bottomLink}
            {...(active === item.id ? { "aria-current": "page" as const } : {})}
          >
            <NavIcon id={item.id} size={20} />
            <span className={styles.bottomText}>{t(`items.${item.id}`)}</span>
            {item.count > 0 ? (
              <span className={styles.bottomCount}>{item.count > 99 ? "99+" : item.count}</span>
            ) : null}
          </Link>
        ))}
        <UnstyledButton className={styles.bottomLink} onClick={() => setOpened(true)}>
          <IconDots size={20} stroke={1.5} aria-hidden="true" />
          <span className={styles.bottomText}>{t("top.more")}</span>
        </UnstyledButton>
      </nav>
      <Sheet
        opened={opened}
        onClose={() => setOpened(false)}
        position="bottom"
        size="85%"
        title={t("landmarks.main")}
      >
        <NavLinks groups={groups} onFollow={() => setOpened(false)} />
      </Sheet>
    </>
  );
}
