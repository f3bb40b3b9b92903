import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { LineDetail } from "@/lib/production/line-queries";
import styles from "./production.module.css";

type Props = { logs: LineDetail["logs"]; unit: string };

/** The dated entries of a row, the latest first (R1.1.3-T2). */
export function LineLogs({ logs, unit }: Props) {
  const t = useTranslations("production");
  return (
    <SectionCard title={t("sections.logs")} clause="R1.1.3-T2">
      {logs.length === 0 ? <p className={styles.quiet}>{t("empty.no_logs")}</p> : null}
      <ol className={styles.log}>
        {logs.map((log) => (
          <li key={log.id}>
            <span>
              <DateText date={log.loggedOn} near /> · <strong>{t(`stage.${log.stage}`)}</strong> ·{" "}
              <QuantityText quantity={log.doneQty} unit={unit} />
            </span>
            {log.content ? <span>{log.content}</span> : null}
            {log.newExpectedOn ? (
              <span>
                {t("columns.expected_on")} <DateText date={log.newExpectedOn} near />{" "}
                {log.delayReason}
              </span>
            ) : null}
            <span className={styles.quiet}>
              {log.loggedByName} <DateTimeText at={log.loggedAt} />
              {log.contactPerson ? ` · ${t("fields.contact_person")} ${log.contactPerson}` : ""}
            </span>
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
