"use client";
import {
  Divider,
  Popover,
  SegmentedControl,
  UnstyledButton,
  useMantineColorScheme,
} from "@mantine/core";
import { IconLogout, IconUser } from "@tabler/icons-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Link } from "@/components/ui/link";
import type { Role } from "@/lib/auth/roles";
import { DENSITY_COOKIE, type Density } from "./density";
import { LocaleSwitch } from "./locale-switch";
import { setPreferenceCookie } from "./preference-cookie";
import { forgetAllPages } from "./recent-pages";
import styles from "./user-menu.module.css";

export type UserMenuProps = { name: string; role: Role; density: Density };

/** The library for signing out is fetched only now: it would weigh on every page. */
async function leave(): Promise<void> {
  forgetAllPages();
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}

/** Who is signed in, how the screen looks to them, and the way out. */
export function UserMenu({ name, role, density }: UserMenuProps) {
  const t = useTranslations("nav");
  const tr = useTranslations("roles.role");
  return (
    <Popover position="bottom-end" width={264} trapFocus>
      <Popover.Target>
        <UnstyledButton className={styles.target} aria-label={t("top.user_menu", { name })}>
          <IconUser size={18} stroke={1.5} aria-hidden="true" />
          <span className={styles.name}>{name}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown ?? ""}>
        <div className={styles.who}>
          {name} · {tr(role)}
        </div>
        <Preferences density={density} />
        <Divider />
        <Link href={"/account" as Route} className={styles.entry}>
          <IconUser size={16} stroke={1.5} aria-hidden="true" />
          {t("user.account")}
        </Link>
        <UnstyledButton className={styles.entry} onClick={() => void leave()}>
          <IconLogout size={16} stroke={1.5} aria-hidden="true" />
          {t("user.sign_out")}
        </UnstyledButton>
      </Popover.Dropdown>
    </Popover>
  );
}

function Preferences({ density }: { density: Density }) {
  const t = useTranslations("nav.user");
  const [chosenDensity, setChosenDensity] = useState(density);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles.preferences}>
      <Preference label={t("language")}>{() => <LocaleSwitch fullWidth />}</Preference>
      <Preference label={t("scheme")}>
        {(labelId) => (
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby={labelId}
            value={colorScheme}
            data={(["auto", "light", "dark"] as const).map((value) => ({
              value,
              label: t(`scheme_${value}`),
            }))}
            onChange={setColorScheme}
          />
        )}
      </Preference>
      <Preference label={t("density")}>
        {(labelId) => (
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby={labelId}
            value={chosenDensity}
            data={(["compact", "relaxed"] as const).map((value) => ({
              value,
              label: t(`density_${value}`),
            }))}
            onChange={(value) => {
              setPreferenceCookie(DENSITY_COOKIE, value);
              document.documentElement.dataset.density = value;
              setChosenDensity(value);
            }}
          />
        )}
      </Preference>
    </div>
  );
}

type PreferenceProps = { label: string; children: (labelId: string) => ReactNode };

function Preference({ label, children }: PreferenceProps) {
  const id = useId();
  return (
    <div>
      <div className={styles.label} id={id}>
        {label}
      </div>
      {children(id)}
    </div>
  );
}
