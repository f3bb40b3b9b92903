"use client";
import { Tooltip } from "@mantine/core";
import type { Route } from "next";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { NavGroup, NavItem } from "./nav";
import { NavIcon } from "./nav-icons";
import styles from "./nav-links.module.css";

type Props = { groups: readonly NavGroup[]; iconsOnly?: boolean; onFollow?: () => void };

export function NavLinks({ groups, iconsOnly = false, onFollow }: Props) {
  const t = useTranslations("nav");
  const active = useActiveItem(groups.flatMap(({ items }) => items));
  return groups.map(({ id, items }) => (
    <div key={id} className={styles.group}>
      <div className={styles.heading} data-hidden={iconsOnly || undefined}>
        {iconsOnly ? null : t(`groups.${id}`)}
      </div>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <Tooltip label={t(`items.${item.id}`)} position="right" disabled={!iconsOnly}>
              <Link
                href={item.href as Route}
                className={styles.link}
                data-icons-only={iconsOnly || undefined}
                {...(active === item.id ? { "aria-current": "page" as const } : {})}
                {...(onFollow ? { onClick: onFollow } : {})}
              >
                <NavIcon id={item.id} />
                <span className={iconsOnly ? "visually-hidden" : styles.label}>
                  {t(`items.${item.id}`)}
                </span>
                <Count value={item.count} />
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function Count({ value }: { value: number }) {
  const t = useTranslations("nav.top");
  if (value === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{value > 99 ? "99+" : value}</span>
      <span className="visually-hidden">{t("work_items", { count: value })}</span>
    </span>
  );
}

/** The item whose address is the longest beginning of the current one. */
export function useActiveItem(items: readonly NavItem[]): NavItem["id"] | null {
  const pathname = usePathname();
  const matching = items.filter(
    ({ href }) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`)),
  );
  return matching.sort((a, b) => b.href.length - a.href.length)[0]?.id ?? null;
}
