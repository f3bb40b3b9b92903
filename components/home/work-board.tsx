import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { groupWorkItems, type HomeItem } from "./group-work-items";
import styles from "./home.module.css";
import { WorkItemGroupCard } from "./work-item-group-card";

/** From so many on the list was cut by the query. */
const LISTED_AT_MOST = 200;

/** All that waits for one person, the most pressing kind first. */
export function WorkBoard({ items }: { items: readonly HomeItem[] }) {
  const t = useTranslations("home");
  if (items.length === 0) {
    return (
      <SectionCard title={t("what")}>
        <EmptyState kind="nothing" title={t("empty_title")} text={t("empty_text")} />
      </SectionCard>
    );
  }
  return (
    <>
      <div className={styles.grid}>
        {groupWorkItems(items).map((group) => (
          <WorkItemGroupCard key={group.kind} group={group} />
        ))}
      </div>
      {items.length >= LISTED_AT_MOST ? <p className={styles.note}>{t("truncated")}</p> : null}
    </>
  );
}
