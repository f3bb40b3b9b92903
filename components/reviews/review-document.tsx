import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import type { ReviewContract } from "@/lib/contracts/review-links";
import type { papersOf } from "@/lib/records/queries";
import { REVIEW_TONES } from "@/lib/reviews/labels";
import type { ReviewDetail } from "@/lib/reviews/queries";
import { ConclusionForm } from "./conclusion-form";
import { ReviewActions } from "./review-actions";
import { ReviewConclusion, ReviewNotices } from "./review-conclusion";
import { ReviewFacts } from "./review-facts";
import { ReviewLines } from "./review-lines";
import { ReviewOpinions } from "./review-opinions";

type Props = {
  review: ReviewDetail;
  papers: Awaited<ReturnType<typeof papersOf>>;
  contracts: readonly ReviewContract[];
  rights: { mayOrder: boolean; mayReadIntake: boolean; mayDraft: boolean };
};

/** A requirements review as its page shows it: the request, the departments, the conclusion, and whose turn it is. */
export async function ReviewDocument({ review, papers, contracts, rights }: Props) {
  const t = await getTranslations("reviews");
  const subject = { subjectType: "review", subjectId: review.id } as const;
  const version = review.version > 1 ? ` · ${t("version", { version: review.version })}` : "";
  const covers = review.status === "EFFECTIVE" && !review.isExpired;
  const draft = contracts.find(({ isDraft }) => isDraft);
  const contract =
    covers && rights.mayOrder
      ? {
          href: draft
            ? `/contracts/${draft.id}/edit`
            : `/contracts/new?form=FORMAL&review=${review.id}`,
          label: t(draft ? "actions.continue_contract" : "actions.make_contract"),
        }
      : null;
  const awaitsOrder =
    rights.mayDraft && papers.openItems.some(({ kind }) => kind === "review.continue");
  const hasActions = review.commands.length > 0 || contract !== null || awaitsOrder;
  return (
    <>
      <PageHeader
        number={review.docNo}
        title={`${review.customerName}${version}`}
        badge={
          <StateBadge tone={REVIEW_TONES[review.status]} label={t(`status.${review.status}`)} />
        }
        sub={t("sub", {
          drafter: review.draftedByName,
          kind: t(`kind.${review.reviewKind}`),
          mode: t(`mode.${review.reviewMode}`),
          prints: papers.prints,
        })}
        back={{ href: "/reviews", label: t("title") }}
        remember={`${review.docNo ?? t("doc_title")} ${review.customerName}`}
        actions={
          // A plain link: each request counts as a print, so nothing may fetch it ahead.
          <Button
            component="a"
            href={`/api/pdf/review/${review.id}`}
            target="_blank"
            rel="noopener"
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
          >
            {t("print")}
          </Button>
        }
      />
      <div className="detail-grid">
        <div className="stack">
          <ReviewNotices review={review} />
          {review.commands.includes("conclude") ? <ConclusionForm review={review} /> : null}
          <ReviewConclusion review={review} />
          <ReviewFacts review={review} mayReadIntake={rights.mayReadIntake} />
          <ReviewLines review={review} />
          <ReviewOpinions review={review} />
          <AttachmentsPanel
            {...subject}
            items={papers.attachments}
            canAdd={papers.mayAttach}
            kind="drawing"
            title={t("sections.drawings")}
          />
          {covers || contracts.length > 0 ? <Contracts contracts={contracts} /> : null}
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <CommentsPanel {...subject} items={papers.comments} canAdd />
        </div>
      </div>
      {hasActions ? (
        <StickyActionBar>
          <ReviewActions
            id={review.id}
            rowVersion={review.rowVersion}
            commands={review.commands}
            days={review.validityDays}
            awaitsOrder={awaitsOrder}
            contract={contract}
          />
        </StickyActionBar>
      ) : null}
    </>
  );
}

async function Contracts({ contracts }: Pick<Props, "contracts">) {
  const [t, tc] = await Promise.all([getTranslations("reviews"), getTranslations("contracts")]);
  return (
    <SectionCard title={t("sections.contracts")} clause="R1.1.3-C4">
      {contracts.length === 0 ? <p>{t("contracts_empty")}</p> : null}
      <ul>
        {contracts.map(({ id, number, status }) => (
          <li key={id}>
            <Link href={`/contracts/${id}` as Route} className="mono">
              {number ?? t("not_numbered")}
            </Link>{" "}
            {tc(`status.${status as "DRAFT"}`)}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
