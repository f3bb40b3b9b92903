import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { FollowUp } from "@/lib/dispatch/shipment-queries";
import styles from "./dispatch.module.css";

/** Customers to be asked whether the goods have arrived, due first; overdue ones marked (R1.2.3-c). */
export function FollowUpList({ items }: { items: readonly FollowUp[] }) {
  const t = useTranslations("dispatch");
  if (items.length === 0) {
    return (
      <EmptyState
        kind="nothing"
        title={t("empty.follow_ups_title")}
        text={t("empty.follow_ups_text")}
      />
    );
  }
  return (
    <SectionCard title={t("follow_ups_title")} clause="R1.2.3-c" flush>
      <PlainTable
        caption={t("follow_ups_title")}
        head={[
          t("customer"),
          t("follow_up.due_on"),
          t("status_label"),
          t("shipped_on"),
          t("contact"),
          t("phone"),
          t("contract_no"),
          t("slip_no"),
          t("follow_up.last_result"),
        ]}
        rows={items.map((item) => ({
          id: `${item.kind} ${item.logEntryId}`,
          cells: [
            <Link key="customer" href={`/shipping/follow-ups/${item.logEntryId}` as Route}>
              {item.customerName}
            </Link>,
            <DateText key="due" date={item.dueOn} near />,
            <FollowUpState key="state" item={item} />,
            <DateText key="shipped" date={item.shippedOn} />,
            item.contactPerson,
            <PhoneLink key="phone" phone={item.phone} />,
            <span key="contract" className="mono">
              {item.contractNo}
            </span>,
            <span key="slip" className="mono">
              {item.slipNo}
            </span>,
            item.result ? t(`results.${item.result}`) : "—",
          ],
        }))}
      />
    </SectionCard>
  );
}

function FollowUpState({ item }: { item: FollowUp }) {
  const t = useTranslations("dispatch.follow_up");
  if (item.kind === "problem") return <StateBadge tone="problem" label={t("problem")} />;
  if (item.isOverdue) return <StateBadge tone="problem" label={t("overdue")} />;
  return <StateBadge tone="pending" label={t("due")} />;
}

/** A number to be called at a tap. */
export function PhoneLink({ phone }: { phone: string }) {
  if (!phone) return <span>—</span>;
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className={styles.phone}>
      {phone}
    </a>
  );
}
