import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import styles from "./dispatch.module.css";

/** Two views of packing, each with its own address: the lists, and the slips that wait for one. */
export function PackingViews({ isWaiting, waiting }: { isWaiting: boolean; waiting: number }) {
  const t = useTranslations("dispatch.tabs");
  const view = (href: string, label: string) => (
    <Link
      href={href as Route}
      className={styles.view}
      aria-current={href.endsWith("waiting") === isWaiting ? "page" : undefined}
    >
      {label}
    </Link>
  );
  return (
    <nav aria-label={t("label")} className={styles.views}>
      {view("/shipping/packing", t("lists"))}
      {view(
        "/shipping/packing?view=waiting",
        waiting > 0 ? t("waiting_count", { count: waiting }) : t("waiting"),
      )}
    </nav>
  );
}
