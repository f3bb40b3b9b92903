import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { DateTimeText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { DecidableItem } from "@/lib/contracts/inbox";
import { CONTRACT_TONES } from "@/lib/contracts/labels";
import { formatMoney } from "@/lib/i18n/format";
import styles from "./contract.module.css";
import { ContractActions } from "./contract-actions";
import { DecisionPoints } from "./decision-points";

/** One contract that waits for a decision: the decision in words, and the two answers that need no more than that. */
export async function ApprovalCard({ item, credit }: DecidableItem) {
  const t = await getTranslations("contracts");
  const isCheck = item.status === "PENDING_CHIEF";
  return (
    <SectionCard
      title={<Link href={`/contracts/${item.id}` as Route}>{item.customerName}</Link>}
      clause={isCheck ? "R1.1.4-a" : "R1.1.4-b"}
      aside={<MoneyText amount={item.totalAmount} symbol bold />}
    >
      <div className={styles.cardHead}>
        <StateBadge tone={CONTRACT_TONES[item.status]} label={t(`inbox.stage.${item.status}`)} />
        {item.number ? <span className="mono">{item.number}</span> : null}
        <span className={styles.meta}>
          {item.draftedByName} <DateTimeText at={item.submittedAt} />
        </span>
        {item.resubmitted ? <strong>{t("inbox.resubmitted")}</strong> : null}
      </div>
      <DecisionPoints item={item} credit={credit} />
      <div className={styles.cardActions}>
        {item.mayDecide ? (
          <ContractActions
            contractId={item.id}
            rowVersion={item.rowVersion}
            title={t("view.title", {
              customer: item.customerName,
              amount: formatMoney(item.totalAmount),
            })}
            commands={isCheck ? ["return_by_chief", "check"] : ["return_by_director", "approve"]}
            mayEdit={false}
            mayDelete={false}
            isCard
          />
        ) : (
          <p className={styles.quiet}>{t("actions.why_not")}</p>
        )}
      </div>
    </SectionCard>
  );
}
