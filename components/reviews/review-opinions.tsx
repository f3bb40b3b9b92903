import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { UnitPriceText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { RESULT_TONES } from "@/lib/reviews/labels";
import type { OpinionView, ReviewDetail } from "@/lib/reviews/queries";
import styles from "./review.module.css";

/** Every department that was asked: what it was asked, what it answered, by whom and when (R1.1.3-C2). */
export function ReviewOpinions({ review }: { review: ReviewDetail }) {
  const t = useTranslations("reviews");
  const done = review.opinions.filter(({ answered }) => answered).length;
  return (
    <SectionCard
      title={t("sections.opinions")}
      clause="R1.1.3-C2"
      aside={t("answered", { done, total: review.opinions.length })}
    >
      <ul className={styles.opinions}>
        {review.opinions.map((opinion) => (
          <li key={opinion.id}>
            <Opinion opinion={opinion} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Opinion({ opinion }: { opinion: OpinionView }) {
  const t = useTranslations("reviews");
  const { department, item, answered, result, personName, onBehalfOf, signedAt } = opinion;
  const who = onBehalfOf
    ? t("on_behalf", { name: personName ?? "", principal: onBehalfOf })
    : personName;
  return (
    <>
      <div className={styles.opinionHead}>
        <strong>{t(`department.${department}`)}</strong>
        {answered && result ? (
          <StateBadge tone={RESULT_TONES[result]} label={t(`result.${result}`)} />
        ) : (
          <StateBadge tone="draft" label={t("waiting")} />
        )}
        {answered && signedAt ? (
          <span className={styles.quiet}>
            {who} <DateTimeText at={signedAt} />
          </span>
        ) : null}
      </div>
      {item ? <p className={styles.quiet}>{item}</p> : null}
      {answered ? <Answer opinion={opinion} /> : null}
    </>
  );
}

function Answer({ opinion }: { opinion: OpinionView }) {
  const t = useTranslations("reviews");
  if (opinion.hidden) return <p className={styles.quiet}>{t("hints.price_hidden")}</p>;
  return (
    <>
      {opinion.detail ? <p className={styles.text}>{opinion.detail}</p> : null}
      {opinion.measures ? (
        <p className={styles.text}>
          {t("fields.measures")}：{opinion.measures}
        </p>
      ) : null}
      {opinion.lines.length > 0 ? (
        <ul className={styles.proposals}>
          {opinion.lines.map(({ reviewLineId, lineNo, proposedOn, proposedPrice }) => (
            <li key={reviewLineId}>
              {proposedOn ? (
                <>
                  {t("lines.number")} {lineNo} {t("lines.proposed_on")}{" "}
                  <DateText date={proposedOn} />
                </>
              ) : null}
              {proposedPrice ? (
                <>
                  {t("lines.number")} {lineNo} {t("lines.proposed_price")}{" "}
                  <UnitPriceText price={proposedPrice} />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
