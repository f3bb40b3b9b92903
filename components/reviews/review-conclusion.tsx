import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { formatDate } from "@/lib/i18n/format";
import type { ReviewDetail } from "@/lib/reviews/queries";
import styles from "./review.module.css";

/** What was concluded and how long contracts may rest on it. */
export function ReviewConclusion({ review }: { review: ReviewDetail }) {
  const t = useTranslations("reviews");
  if (review.conclusion === null) return null;
  return (
    <SectionCard title={t("sections.conclusion")} clause="R1.1.3-C3">
      <DescriptionList
        items={[
          { label: t("fields.conclusion"), value: t(`conclusion.${review.conclusion}`) },
          { label: t("fields.valid_until"), value: <DateText date={review.validUntil} /> },
          ...(review.reuseUntil
            ? [
                {
                  label: t("fields.reuse"),
                  value: t("notices.reused", {
                    name: review.reuseConfirmedByName ?? "",
                    until: formatDate(review.reuseUntil),
                  }),
                },
              ]
            : []),
          {
            label: t("fields.note"),
            value: review.conclusionNote ? (
              <p className={styles.text}>{review.conclusionNote}</p>
            ) : null,
            wide: true,
          },
        ]}
      />
    </SectionCard>
  );
}

/** What one should know before relying on it: expired, superseded, a newer version under way. */
export function ReviewNotices({ review }: { review: ReviewDetail }) {
  const t = useTranslations("reviews");
  const open = review.versions.find(
    ({ status }) => !["EFFECTIVE", "SUPERSEDED", "CANCELLED", "REJECTED"].includes(status),
  );
  const newest = review.versions.at(-1);
  return (
    <>
      {review.isExpired && review.coversUntil ? (
        <InlineNotice tone="warn">
          {t("notices.expired", { until: formatDate(review.coversUntil) })}
        </InlineNotice>
      ) : null}
      {review.status === "SUPERSEDED" && newest ? (
        <InlineNotice tone="warn">
          {t("notices.superseded")} <VersionLink {...newest} />
        </InlineNotice>
      ) : null}
      {review.status === "EFFECTIVE" && open ? (
        <InlineNotice>
          {t("notices.open_version", { version: open.version })} <VersionLink {...open} />
        </InlineNotice>
      ) : null}
      {review.version > 1 && review.status !== "SUPERSEDED" ? (
        <InlineNotice>
          {t("notices.new_version_of", { version: review.version })}{" "}
          {review.versions
            .filter(({ version }) => version < review.version)
            .map((one) => (
              <VersionLink key={one.id} {...one} />
            ))}
        </InlineNotice>
      ) : null}
      {review.status === "DRAFT" && !review.drawingAttached ? (
        <InlineNotice tone="warn">{t("hints.drawing_needed")}</InlineNotice>
      ) : null}
      {review.drawingAttached && review.linesWithoutDrawing.length > 0 ? (
        <InlineNotice tone="warn">
          {t("hints.line_drawings_needed", { lines: review.linesWithoutDrawing.join("、") })}
        </InlineNotice>
      ) : null}
    </>
  );
}

function VersionLink({ id, version }: { id: string; version: number }) {
  const t = useTranslations("reviews");
  return <Link href={`/reviews/${id}` as Route}>{t("open_version_link", { version })}</Link>;
}
