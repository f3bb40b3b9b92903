"use client";
import { ActionIcon, Button, Menu, UnstyledButton } from "@mantine/core";
import { IconBell, IconPlus, IconSearch } from "@tabler/icons-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Hotkey } from "@/components/ui/hotkey";
import { Link } from "@/components/ui/link";
import type { CreateItem } from "./nav";
import styles from "./top-bar.module.css";
import { UserMenu, type UserMenuProps } from "./user-menu";

type Props = {
  user: UserMenuProps;
  create: readonly CreateItem[];
  workItems: number;
  createOpened: boolean;
  onCreateChange: (opened: boolean) => void;
  onSearch: () => void;
  /** The data is made up: said at the top of every page. */
  isDemo: boolean;
};

/** One search in the centre; at the right what can be made, what waits, and who is here. */
export function TopBar(props: Props) {
  const { user, create, workItems, createOpened, onCreateChange, onSearch, isDemo } = props;
  const t = useTranslations("nav");
  const tc = useTranslations("common.app");
  return (
    <header className={styles.bar} data-shell>
      <div className={styles.brandBox}>
        <Link href="/" className={styles.brand}>
          {tc("name")}
        </Link>
        {isDemo ? <span className={styles.demo}>{t("top.demo")}</span> : null}
      </div>
      <UnstyledButton className={styles.search} onClick={onSearch}>
        <IconSearch size={16} stroke={1.5} aria-hidden="true" />
        <span className={styles.searchText}>{t("top.search")}</span>
        <Hotkey keys="Ctrl+K" />
      </UnstyledButton>
      <div className={styles.tools}>
        {create.length > 0 ? (
          <Menu opened={createOpened} onChange={onCreateChange} position="bottom-end">
            <Menu.Target>
              <Button
                size="xs"
                leftSection={<IconPlus size={16} aria-hidden="true" />}
                className={styles.create ?? ""}
              >
                <span className={styles.createText}>{t("top.create")}</span>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {create.map(({ id, href }) => (
                <Menu.Item key={id} component={Link} href={href as Route}>
                  {t(`create.${id}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
        <ActionIcon
          component={Link}
          href="/"
          variant="subtle"
          color="gray"
          size="lg"
          className={styles.bell ?? ""}
          aria-label={t("top.work_items", { count: workItems })}
        >
          <IconBell size={18} stroke={1.5} />
          {workItems > 0 ? (
            <span className={styles.badge} aria-hidden="true">
              {workItems > 99 ? "99+" : workItems}
            </span>
          ) : null}
        </ActionIcon>
        <UserMenu {...user} />
      </div>
    </header>
  );
}
