"use client";
import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Hotkey } from "@/components/ui/hotkey";
import styles from "./hotkey-help.module.css";

const KEYS = [
  ["Ctrl+K", "search"],
  ["N", "create"],
  ["[", "collapse"],
  ["Alt+1…8", "recent"],
  ["Ctrl+Enter", "submit"],
  ["?", "help"],
] as const;

/** The keys that work on every page. */
export function HotkeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("common.hotkeys");
  return (
    <Dialog opened={opened} onClose={onClose} title={t("title")} size="sm">
      <dl className={styles.list}>
        {KEYS.map(([keys, what]) => (
          <div key={keys} className={styles.row}>
            <dt>{t(what)}</dt>
            <dd>
              <Hotkey keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
