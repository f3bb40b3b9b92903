import { useLocale, useNow, useTranslations } from "next-intl";
import { formatDate, formatDateTime, formatDayOfInstant, nearDay } from "@/lib/i18n/format";
import styles from "./figures.module.css";

type DateProps = {
  /** A business date, `2026-11-23`. */
  date: string | null | undefined;
  /** `long` as on paper: 2026年11月23日. */
  style?: "short" | "long";
  /** Adds 今天, 昨天, 明天 beside a near date. */
  near?: boolean;
};

/** A business date. */
export function DateText({ date, style = "short", near = false }: DateProps) {
  const t = useTranslations("common.dates");
  const locale = useLocale();
  const now = useNow();
  if (!date) return <span className={styles.absent}>—</span>;
  const close = near ? nearDay(date, formatDayOfInstant(now)) : null;
  return (
    <time dateTime={date} className={styles.figure}>
      {formatDate(date, style, locale)}
      {close ? <span className={styles.near}> {t(close)}</span> : null}
    </time>
  );
}

type InstantProps = { at: Date | string | null | undefined; seconds?: boolean };

/** A moment on the factory's clock (Asia/Shanghai), whatever the reader's computer is set to. */
export function DateTimeText({ at, seconds = false }: InstantProps) {
  if (!at) return <span className={styles.absent}>—</span>;
  const iso = typeof at === "string" ? at : at.toISOString();
  return (
    <time dateTime={iso} className={styles.figure}>
      {formatDateTime(at, { seconds })}
    </time>
  );
}
