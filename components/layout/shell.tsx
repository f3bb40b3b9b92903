"use client";
import { useHotkeys } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { whenIdle } from "@/components/ui/when-idle";
import { BottomBar } from "./bottom-bar";
import { HotkeyHelp } from "./hotkey-help";
import type { CreateItem, NavGroup, NavItem } from "./nav";
import { NavigationProgress } from "./navigation-progress";
import { setPreferenceCookie } from "./preference-cookie";
import { Rail } from "./rail";
import { RAIL_COOKIE, type RailState } from "./rail-state";
import { RecentStrip } from "./recent-strip";
import styles from "./shell.module.css";
import { TopBar } from "./top-bar";
import type { UserMenuProps } from "./user-menu";

const fetchPalette = () => import("./command-palette");
const CommandPalette = dynamic(() => fetchPalette().then((module) => module.CommandPalette), {
  ssr: false,
});

async function openCommandPalette(): Promise<void> {
  const { spotlight } = await import("@mantine/spotlight");
  spotlight.open();
}

type Props = {
  user: UserMenuProps;
  groups: readonly NavGroup[];
  phoneItems: readonly NavItem[];
  create: readonly CreateItem[];
  /** Open work items in all. */
  workItems: number;
  rail: RailState;
  isDemo: boolean;
  children: ReactNode;
};

/** The frame around every page: rail, top bar, recent pages, bottom bar on phones, and the keys that work everywhere. */
export function Shell(props: Props) {
  const { user, groups, phoneItems, create, workItems, rail, isDemo, children } = props;
  const t = useTranslations("nav.landmarks");
  const [collapsed, setCollapsed] = useState(rail === "collapsed");
  const [createOpened, setCreateOpened] = useState(false);
  const [helpOpened, setHelpOpened] = useState(false);
  const { isThere, search } = usePalette();

  const toggleRail = () => {
    const next = !collapsed;
    setCollapsed(next);
    setPreferenceCookie(RAIL_COOKIE, next ? "collapsed" : "open");
  };
  useHotkeys([
    ["[", toggleRail],
    ["n", () => setCreateOpened(create.length > 0)],
    ["shift+?", () => setHelpOpened(true)],
    ["mod+K", () => isThere || search()], // once it is there, it listens itself
  ]);

  return (
    <>
      <NavigationProgress />
      <a href="#content" className={styles.skip}>
        {t("skip")}
      </a>
      <TopBar
        user={user}
        create={create}
        workItems={workItems}
        createOpened={createOpened}
        onCreateChange={setCreateOpened}
        onSearch={search}
        isDemo={isDemo}
      />
      <div className={styles.shell} data-collapsed={collapsed || undefined}>
        <Rail groups={groups} collapsed={collapsed} onToggle={toggleRail} />
        <div>
          <RecentStrip />
          <main id="content" tabIndex={-1} className={styles.main}>
            {children}
          </main>
        </div>
      </div>
      <BottomBar items={phoneItems} groups={groups} />
      {isThere ? <CommandPalette groups={groups} create={create} /> : null}
      <HotkeyHelp opened={helpOpened} onClose={() => setHelpOpened(false)} />
    </>
  );
}

/** The search comes after the page itself, while the browser rests; who asks for it sooner gets it at once. */
function usePalette() {
  const [isThere, setThere] = useState(false);
  useEffect(() => whenIdle(async () => setThere(Boolean(await fetchPalette()))), []);
  const search = () => {
    setThere(true);
    void openCommandPalette();
  };
  return { isThere, search };
}
