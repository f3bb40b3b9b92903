import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { InlineNotice } from "@/components/ui/inline-notice";
import { StateBadge } from "@/components/ui/state-badge";
import { formatDateTime } from "@/lib/i18n/format";
import type { papersOf } from "@/lib/records/queries";
import { REVIEW_TONES } from "@/lib/reviews/labels";
import type { ReviewDetail } from "@/lib/reviews/queries";
import { OpinionForm } from "./opinion-form";
import { ReviewFacts } from "./review-facts";
import { ReviewLines } from "./review-lines";

type Props = {
  review: ReviewDetail;
  papers: Awaited<ReturnType<typeof papersOf>>;
  mayReadIntake: boolean;
};

/** One department's screen: its own part first, then what it has to judge, with the drawings. */
export function OpinionScreen({ review, papers, mayReadIntake }: Props) {
  const t = useTranslations("reviews");
  const part = review.ownPart;
  const mayAnswer = part !== null && review.commands.includes("answer");
  const subject = { subjectType: "review", subjectId: review.id } as const;
  return (
    <>
      <PageHeader
        number={review.docNo}
        title={`${t("sections.own_part")} · ${review.customerName}`}
        badge={
          <StateBadge tone={REVIEW_TONES[review.status]} label={t(`status.${review.status}`)} />
        }
        back={{ href: `/reviews/${review.id}`, label: t("doc_title") }}
      />
      <div className="detail-grid">
        <div className="stack">
          {part === null ? <InlineNotice tone="warn">{t("notices.not_yours")}</InlineNotice> : null}
          {part !== null && !mayAnswer ? (
            <InlineNotice>{t("notices.not_circulating")}</InlineNotice>
          ) : null}
          {mayAnswer && part.answered && part.signedAt ? (
            <InlineNotice>
              {t("notices.already", {
                name: part.personName ?? "",
                at: formatDateTime(part.signedAt),
              })}
            </InlineNotice>
          ) : null}
          {mayAnswer ? <OpinionForm review={review} part={part} /> : null}
          <ReviewLines review={review} />
          <ReviewFacts review={review} mayReadIntake={mayReadIntake} />
        </div>
        <div className="stack">
          <AttachmentsPanel
            {...subject}
            items={papers.attachments}
            canAdd={papers.mayAttach}
            kind="drawing"
            title={t("sections.drawings")}
          />
          <CommentsPanel {...subject} items={papers.comments} canAdd />
        </div>
      </div>
    </>
  );
}
