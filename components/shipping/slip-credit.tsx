import { useTranslations } from "next-intl";
import { ClauseHint } from "@/components/ui/clause-hint";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { formatMoney } from "@/lib/i18n/format";
import type { SlipDetail } from "@/lib/shipping/slip-queries";
import styles from "./notice.module.css";

type Credit = NonNullable<SlipDetail["credit"]>;
type Props = { slip: SlipDetail; credit: Credit };

const CLAUSES = {
  V1_NOT_PREPAID: "R1.3.1-b",
  V2_TERM: "R1.3.1-d",
  V3_LIMIT: "R1.3.1-c",
  V4_OVERDUE: "R1.3.1-e",
  V5_REVOKED: "R1.3.1-M3",
} as const;

/** The decision in words: who, how much, what it does to the debt, which conditions it breaks (R1.3.1-e). */
export function SlipCredit({ slip, credit }: Props) {
  const t = useTranslations("shipping");
  return (
    <SectionCard title={t("sections.credit")} clause="R1.3.1-e">
      <div className={styles.block}>
        <p className={styles.decision}>
          {t("decision.question", {
            customer: slip.customerName,
            amount: formatMoney(slip.totalAmount ?? "0", { symbol: true }),
            term: t(`term.${slip.paymentTerm}`),
          })}
        </p>
        {credit.violations.length > 0 ? (
          <Violations slip={slip} credit={credit} />
        ) : (
          <InlineNotice tone="success">
            {t(credit.limit === null ? "decision.no_limit" : "decision.within", {
              exposure: formatMoney(credit.exposureAfter),
              limit: formatMoney(credit.limit ?? "0"),
            })}
          </InlineNotice>
        )}
        <Warnings slip={slip} credit={credit} />
        <DescriptionList items={figures(slip, credit, t)} />
      </div>
    </SectionCard>
  );
}

function Violations({ slip, credit }: Props) {
  const t = useTranslations("shipping");
  const isSubmitted = slip.status !== "DRAFT";
  return (
    <InlineNotice
      tone="danger"
      title={t("decision.violations", { count: credit.violations.length })}
    >
      <ul className={styles.violations}>
        {credit.violations.map((violation) => (
          <li key={violation}>
            {t(`violation.${violation}`)} <ClauseHint clause={CLAUSES[violation]} />
          </li>
        ))}
      </ul>
      {slip.exceptionReason ? (
        <p>
          {t("fields.exception_reason")}：{slip.exceptionReason}
        </p>
      ) : isSubmitted ? (
        <p>{t("decision.no_reason")}</p>
      ) : null}
    </InlineNotice>
  );
}

/** Told, never blocking: close to the limit, later than the contract's date. */
function Warnings({ slip, credit }: Props) {
  const t = useTranslations("shipping");
  const due = slip.notice?.contractDueOn ?? "";
  const isLate = due !== "" && slip.slipOn > due;
  const isNear = credit.nearLimit && !credit.violations.includes("V3_LIMIT");
  if (!isNear && !isLate) return null;
  return (
    <InlineNotice tone="warn">
      {isNear ? <div>{t("decision.near_limit")}</div> : null}
      {isLate ? <div>{t("decision.late", { date: due })}</div> : null}
    </InlineNotice>
  );
}

/** The slip keeps the words that are printed on it; the screen has them in its reader's language. */
function Tenure({ text }: { text: string }) {
  const t = useTranslations("credit");
  const [, years, months] = /^(\d+)年(\d+)个月$/u.exec(text) ?? [];
  return years && months ? t("tenure", { years: Number(years), months: Number(months) }) : text;
}

function figures(
  slip: SlipDetail,
  credit: Credit,
  t: ReturnType<typeof useTranslations<"shipping">>,
) {
  return [
    {
      label: t("fields.exposure_before"),
      value: <MoneyText amount={credit.exposureBefore} symbol />,
    },
    { label: t("fields.this_amount"), value: <MoneyText amount={credit.thisAmount} symbol /> },
    {
      label: t("fields.exposure_after"),
      value: <MoneyText amount={credit.exposureAfter} symbol bold />,
    },
    {
      label: t("fields.limit"),
      value:
        credit.limit === null ? t("fields.no_limit") : <MoneyText amount={credit.limit} symbol />,
    },
    { label: t("fields.overdue"), value: <MoneyText amount={credit.overdueAmount} symbol /> },
    {
      label: t("fields.oldest_due"),
      value: credit.oldestDueOn ? <DateText date={credit.oldestDueOn} /> : null,
    },
    { label: t("fields.tier"), value: t(`tier.${credit.tier as "MID"}`) },
    { label: t("fields.tenure"), value: <Tenure text={slip.tenureText} /> },
    {
      label: t("fields.approved_exposure"),
      value: slip.approvedExposure ? <MoneyText amount={slip.approvedExposure} symbol /> : null,
    },
  ];
}
