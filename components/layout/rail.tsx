"use client";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { NavGroup } from "./nav";
import { NavLinks } from "./nav-links";
import styles from "./shell.module.css";

type Props = { groups: readonly NavGroup[]; collapsed: boolean; onToggle: () => void };

/** The left rail: the whole navigation of the role, or its icons when folded. */
export function Rail({ groups, collapsed, onToggle }: Props) {
  const t = useTranslations("nav");
  const name = collapsed ? t("rail.expand") : t("rail.collapse");
  return (
    <nav className={styles.rail} aria-label={t("landmarks.main")}>
      <div className={styles.railScroll}>
        <NavLinks groups={groups} iconsOnly={collapsed} />
      </div>
      <Tooltip label={`${name} [`} position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles.railToggle}
          aria-label={name}
          aria-expanded={!collapsed}
          onClick={onToggle}
        >
          {collapsed ? (
            <IconLayoutSidebarLeftExpand size={18} stroke={1.5} />
          ) : (
            <IconLayoutSidebarLeftCollapse size={18} stroke={1.5} />
          )}
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}
