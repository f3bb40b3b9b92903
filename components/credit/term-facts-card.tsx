import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import type { TermChangeView } from "@/lib/credit/term-change-queries";
import { formatMoney } from "@/lib/i18n/format";

/** The figures on which the decision rests. */
export function TermFactsCard({ facts, ceiling }: Pick<TermChangeView, "facts" | "ceiling">) {
  const t = useTranslations("credit");
  const mode = t(`mode.${ceiling.mode}`);
  return (
    <SectionCard title={t("sections.facts")} aside={<DateText date={facts.asOf} />}>
      <div className="stack">
        {facts.isDormant && facts.lastDeliveryOn ? (
          <InlineNotice tone="warn">{t("dormant", { date: facts.lastDeliveryOn })}</InlineNotice>
        ) : null}
        <DescriptionList
          items={[
            {
              label: t("facts.start"),
              value: facts.cooperationStart ? (
                <DateText date={facts.cooperationStart} />
              ) : (
                t("card.no_start")
              ),
            },
            {
              label: t("facts.tenure"),
              value: t("tenure", { years: facts.years, months: facts.months }),
            },
            { label: t("facts.tier"), value: t(`tier.${facts.tier}`) },
            {
              label: t("facts.ceiling"),
              value: ceiling.limit
                ? t("card.ceiling_with_limit", { mode, limit: formatMoney(ceiling.limit) })
                : mode,
            },
            {
              label: t("facts.delivered12"),
              value: <MoneyText amount={facts.delivered12} symbol />,
            },
            { label: t("facts.received12"), value: <MoneyText amount={facts.received12} symbol /> },
            { label: t("facts.late_count"), value: t("times", { count: facts.lateCount }) },
            { label: t("facts.open"), value: <MoneyText amount={facts.openDeliveries} symbol /> },
            { label: t("facts.on_account"), value: <MoneyText amount={facts.onAccount} symbol /> },
            {
              label: t("facts.overdue"),
              value:
                facts.overdueCount > 0 ? (
                  <>
                    <MoneyText amount={facts.overdueAmount} debt />{" "}
                    {t("card.overdue_days", {
                      days: facts.overdueDays,
                      count: facts.overdueCount,
                    })}
                  </>
                ) : (
                  t("card.nothing_overdue")
                ),
            },
          ]}
        />
      </div>
    </SectionCard>
  );
}
