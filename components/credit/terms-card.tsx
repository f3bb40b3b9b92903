import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { standingExposure } from "@/lib/credit/policy";
import type { CreditStanding } from "@/lib/credit/queries";
import { tenure } from "@/lib/credit/tenure";
import { formatMoney } from "@/lib/i18n/format";

type Props = {
  standing: CreditStanding;
  today: CalendarDate;
  /** Where a change is proposed; null for those who may not. */
  proposeHref: string | null;
};

/** Settlement terms, tenure and debt of a customer: read here, changed through F20 only (R1.3.1-a). */
export function TermsCard({ standing, today, proposeHref }: Props) {
  const t = useTranslations("credit");
  const { terms } = standing;
  return (
    <SectionCard
      title={t("card.title")}
      clause="R1.3.1-a"
      aside={proposeHref ? <Link href={proposeHref as Route}>{t("card.propose")}</Link> : null}
    >
      {terms.creditRevoked ? (
        <InlineNotice tone="warn">{t("card.revoked")}</InlineNotice>
      ) : terms.designatedPrepaid ? (
        <InlineNotice tone="info">{t("card.designated")}</InlineNotice>
      ) : null}
      <DescriptionList items={[...tenureItems(t, terms, today), ...debtItems(t, standing)]} />
    </SectionCard>
  );
}

type Words = ReturnType<typeof useTranslations<"credit">>;

function tenureItems(
  t: Words,
  terms: CreditStanding["terms"],
  today: CalendarDate,
): DescriptionItem[] {
  const { years, months } = tenure(terms.cooperationStart, today);
  return [
    { label: t("facts.mode"), value: t(`mode.${terms.settlementMode}`) },
    {
      label: t("facts.limit"),
      value: terms.effectiveLimit ? (
        <MoneyText amount={terms.effectiveLimit} symbol />
      ) : (
        t("card.no_limit")
      ),
    },
    ...(terms.settlementMode === "QUARTERLY"
      ? [
          {
            label: t("facts.quarter_month"),
            value: t(`quarter_month.${terms.quarterPaymentMonth}`),
          },
        ]
      : []),
    ...(terms.accumulatedFrom
      ? [
          {
            label: t("facts.accumulated_from"),
            value: <MoneyText amount={terms.accumulatedFrom} symbol />,
          },
        ]
      : []),
    {
      label: t("facts.start"),
      value: terms.cooperationStart ? (
        <>
          <DateText date={terms.cooperationStart} />{" "}
          {terms.isLegacyStart ? t("card.start_confirmed") : t("card.start_by_contract")}
        </>
      ) : (
        t("card.no_start")
      ),
    },
    { label: t("facts.tenure"), value: t("tenure", { years, months }) },
    {
      label: t("facts.tier"),
      value: (
        <>
          {t(`tier.${terms.tier}`)}
          {terms.nextTierOn ? (
            <>
              {" · "}
              {t("card.next_tier")} <DateText date={terms.nextTierOn} />
            </>
          ) : null}
        </>
      ),
    },
    {
      label: t("facts.ceiling"),
      value: terms.tierLimit
        ? t("card.ceiling_with_limit", {
            mode: t(`mode.${terms.tierCeiling}`),
            limit: formatMoney(terms.tierLimit),
          })
        : t(`mode.${terms.tierCeiling}`),
    },
  ];
}

function debtItems(t: Words, standing: CreditStanding): DescriptionItem[] {
  const overdue = standing.overdueAmount;
  return [
    { label: t("facts.open"), value: <MoneyText amount={standing.openDeliveries} symbol /> },
    {
      label: t("facts.on_slips"),
      value: <MoneyText amount={standing.otherApprovedSlips} symbol />,
    },
    { label: t("facts.on_account"), value: <MoneyText amount={standing.onAccount} symbol /> },
    {
      label: t("facts.exposure"),
      value: <MoneyText amount={standingExposure(standing)} symbol bold />,
    },
    {
      label: t("facts.overdue"),
      value: overdue.isPositive() ? (
        <>
          <MoneyText amount={overdue} debt />{" "}
          {t("card.overdue_days", { days: standing.overdueDays, count: standing.overdueCount })}
        </>
      ) : (
        t("card.nothing_overdue")
      ),
    },
  ];
}
