"use client";
import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/money-text";
import type { CreditOutlook } from "@/lib/credit/outlook";
import { formatMoney } from "@/lib/i18n/format";
import { creditTone } from "./credit-tone";
import styles from "./order-rail.module.css";

/** Where the customer's credit will be after this order, as a bar and as one sentence. */
export function CreditBar({ credit }: { credit: CreditOutlook }) {
  const t = useTranslations("contracts");
  const words = useTranslations("credit.outlook");
  const tone = creditTone(credit.violations.length, credit.sentence.code);
  const sentence = words(
    credit.sentence.code as "within",
    readable(credit.sentence.details) as { left: string },
  );
  return (
    <div className={styles.credit} data-tone={tone}>
      <div className={styles.row}>
        <span>
          {t(`payment_terms.${credit.mode}`)} · {t(`tiers.${credit.tier}`)}
        </span>
        <span>
          <MoneyText amount={credit.exposureAfter} />
          {credit.limit ? (
            <>
              {" / "}
              <MoneyText amount={credit.limit} />
            </>
          ) : null}
        </span>
      </div>
      {credit.usedPercent === null ? null : (
        <div
          className={styles.bar}
          role="img"
          aria-label={t("order.credit_used", { percent: credit.usedPercent })}
        >
          <span style={{ width: `${Math.min(100, credit.usedPercent)}%` }} />
        </div>
      )}
      <p className={styles.sentence}>
        <strong>{t(`credit_tones.${tone}`)}</strong> {sentence}
      </p>
      {credit.overdueDays > 0 ? (
        <p className={styles.alarm}>
          {t("order.overdue", {
            amount: formatMoney(credit.overdueAmount),
            days: credit.overdueDays,
          })}
        </p>
      ) : null}
    </div>
  );
}

function readable(details: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, formatMoney(value)]),
  );
}
