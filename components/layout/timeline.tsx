import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateTimeText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { SYSTEM_NAME } from "@/lib/core/system-actor";
import { formatDate } from "@/lib/i18n/format";
import styles from "./timeline.module.css";

export type TimelineEvent = {
  id: string;
  /** What happened, as a sentence or a step's name. */
  title: ReactNode;
  /** Moment; leave out for what is still to come. */
  at?: Date | string;
  who?: string;
  /** Set when `who` acted for somebody: 代. */
  onBehalfOf?: string | null;
  /** The delegate had asked the principal by telephone. */
  askedByPhone?: boolean;
  comment?: string | null;
  /** `done` by default; `returned` and `voided` stand out; `next` is what must happen now; `planned` lies ahead. */
  look?: "done" | "returned" | "voided" | "next" | "planned";
  /** For `next` and `planned`: the date it is due. */
  dueOn?: string;
  /** The paper or page of the step. */
  href?: string;
};

/** What happened to a document, in order, with who and when; then who must act next. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const t = useTranslations("common.timeline");
  return (
    <SectionCard title={t("title")}>
      {events.length === 0 ? <p className={styles.empty}>{t("empty")}</p> : null}
      <ol className={styles.list}>
        {events.map((event) => (
          <li key={event.id} className={styles.event} data-look={event.look ?? "done"}>
            <span className={styles.dot} aria-hidden="true" />
            <div className={styles.title}>
              {event.href ? <Link href={event.href as Route}>{event.title}</Link> : event.title}
              {event.look === "next" ? <span className={styles.now}>{t("now")}</span> : null}
            </div>
            <div className={styles.meta}>
              {event.who ? (
                <span>{event.who === SYSTEM_NAME ? t("system") : event.who}</span>
              ) : null}
              {event.onBehalfOf ? <span>{t("on_behalf", { name: event.onBehalfOf })}</span> : null}
              {event.askedByPhone ? <span>{t("asked_by_phone")}</span> : null}
              {event.at ? <DateTimeText at={event.at} /> : null}
              {event.dueOn ? <span>{t("planned", { date: formatDate(event.dueOn) })}</span> : null}
            </div>
            {event.comment ? <div className={styles.comment}>{event.comment}</div> : null}
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
