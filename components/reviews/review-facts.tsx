import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import type { ReviewDetail } from "@/lib/reviews/queries";
import styles from "./review.module.css";

/** Whose wish it is and what is asked of the product beyond its lines. */
export function ReviewFacts({
  review,
  mayReadIntake,
}: {
  review: ReviewDetail;
  mayReadIntake: boolean;
}) {
  const t = useTranslations("reviews");
  const words = (value: string) => (value === "" ? null : <p className={styles.text}>{value}</p>);
  return (
    <SectionCard title={t("sections.request")} clause="R1.1.3-C1">
      <DescriptionList
        items={[
          {
            label: t("fields.customer"),
            value: (
              <Link href={`/customers/${review.customerId}` as Route}>{review.customerName}</Link>
            ),
          },
          { label: t("fields.contact"), value: review.contactName },
          {
            label: t("fields.intake"),
            value: mayReadIntake ? (
              <Link href={`/intake/${review.intakeId}` as Route}>{review.intakeNo}</Link>
            ) : (
              review.intakeNo
            ),
          },
          { label: t("fields.kind"), value: t(`kind.${review.reviewKind}`) },
          { label: t("fields.mode"), value: t(`mode.${review.reviewMode}`) },
          { label: t("fields.review_on"), value: <DateText date={review.reviewOn} /> },
          { label: t("fields.technical"), value: words(review.technicalRequirement), wide: true },
          { label: t("fields.implied"), value: words(review.impliedRequirement), wide: true },
          { label: t("fields.legal"), value: words(review.legalRequirement), wide: true },
          {
            label: t("fields.additional"),
            value: words(review.additionalRequirement),
            wide: true,
          },
          { label: t("fields.differences"), value: words(review.differences), wide: true },
          ...(review.changeReason
            ? [{ label: t("fields.change_reason"), value: review.changeReason, wide: true }]
            : []),
          ...(review.remark
            ? [{ label: t("fields.remark"), value: review.remark, wide: true }]
            : []),
          ...(review.cancelReason
            ? [{ label: t("fields.cancel_reason"), value: review.cancelReason, wide: true }]
            : []),
        ]}
      />
    </SectionCard>
  );
}
