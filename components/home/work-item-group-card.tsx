import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { type WorkItemGroup, workItemLabelKey } from "./group-work-items";
import styles from "./home.module.css";

/** One kind of work: how many, how many late, and each with its date, leading to the page where it is done. */
export function WorkItemGroupCard({ group }: { group: WorkItemGroup }) {
  const t = useTranslations("home");
  const label = t(workItemLabelKey(group.kind));
  return (
    <SectionCard
      flush
      title={
        <>
          {label} <span className={styles.count}>{group.items.length}</span>
        </>
      }
      aside={
        group.overdue > 0 ? (
          <span className={styles.late}>
            ! {t("overdue")} {group.overdue}
          </span>
        ) : null
      }
    >
      <ul className={styles.list}>
        {group.items.map((item) => (
          <li key={item.id}>
            <Link href={item.href as Route} className={styles.item}>
              <span className={styles.title}>{item.title}</span>
              <span className={styles.due} data-late={item.isOverdue || undefined}>
                {item.isOverdue ? <span>{t("overdue")}</span> : null}
                <DateText date={item.dueOn} near />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
