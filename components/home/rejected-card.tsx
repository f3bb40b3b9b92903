import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateTimeText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import type { Rejection } from "@/lib/records/rejections";
import styles from "./home.module.css";

/** What was refused for good in the last days: nothing to do, but to be known. */
export function RejectedCard({ rejections }: { rejections: readonly Rejection[] }) {
  const t = useTranslations("home");
  const kind = useTranslations("people.documents");
  if (rejections.length === 0) return null;
  return (
    <SectionCard flush title={t("rejected")}>
      <ul className={styles.list}>
        {rejections.map(({ subjectType, subjectId, docNo, customerName, at, ...rest }) => (
          <li key={`${subjectId} ${at.toISOString()}`}>
            <Link href={rest.href as Route} className={styles.item}>
              <span className={styles.title}>
                {kind.has(subjectType as "contract") ? kind(subjectType as "contract") : null}{" "}
                {docNo} {customerName}
                <br />
                {t("rejected_by", { name: rest.byName, comment: rest.comment })}
              </span>
              <span className={styles.due}>
                <DateTimeText at={at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
