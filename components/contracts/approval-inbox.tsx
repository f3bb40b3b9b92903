import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import type { DecidableItem } from "@/lib/contracts/inbox";
import { ApprovalCard } from "./approval-card";
import styles from "./contract.module.css";

type Props = { items: readonly DecidableItem[] };

/** What waits for this person's check or approval, the earliest first. */
export async function ApprovalInbox({ items }: Props) {
  const t = await getTranslations("contracts.inbox");
  if (items.length === 0) {
    return <EmptyState kind="nothing" title={t("empty_title")} text={t("empty_text")} />;
  }
  return (
    <div className={styles.cards}>
      {items.map(({ item, credit }) => (
        <ApprovalCard key={item.id} item={item} credit={credit} />
      ))}
    </div>
  );
}
