import { useTranslations } from "next-intl";
import styles from "./skeletons.module.css";

/** Rows that are on their way. Appears only after 300 ms: what is faster needs no substitute. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  const t = useTranslations("common.words");
  return (
    <div className={styles.box} role="status">
      <span className="visually-hidden">{t("loading")}</span>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}

/** A page on its way: its head and a few rows. */
export function PageSkeleton() {
  return (
    <div className="stack">
      <div className={styles.head} />
      <TableSkeleton />
    </div>
  );
}
