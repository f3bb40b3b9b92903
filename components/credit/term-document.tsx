import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { ButtonLink } from "@/components/ui/button-link";
import { DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { TERM_CHANGE_TONES } from "@/lib/credit/labels";
import type { TermChangeView } from "@/lib/credit/term-change-queries";
import type { ManualChangeKind } from "@/lib/credit/terms-policy";
import { formatMoney } from "@/lib/i18n/format";
import { refusalText } from "@/lib/i18n/refusal-text";
import type { papersOf } from "@/lib/records/queries";
import { TermActions } from "./term-actions";
import { TermFactsCard } from "./term-facts-card";
import { TermTimeline } from "./term-timeline";

type Props = { change: TermChangeView; papers: Awaited<ReturnType<typeof papersOf>> };

/** A settlement-term change: what shall hold, on which figures, and whose turn it is. */
export function TermDocument({ change, papers }: Props) {
  const t = useTranslations("credit");
  const tc = useTranslations("common.actions");
  const subject = { subjectType: "term_change", subjectId: change.id } as const;
  return (
    <>
      <PageHeader
        number={change.docNo}
        title={`${t("doc_title")} · ${change.customerName}`}
        badge={
          <StateBadge
            tone={TERM_CHANGE_TONES[change.status]}
            label={t(`status.${change.status}`)}
          />
        }
        back={{ href: "/terms", label: t("title") }}
        remember={`${change.docNo ?? t("doc_title")} ${change.customerName}`}
        actions={
          change.commands.includes("submit") ? (
            <ButtonLink href={`/terms/${change.id}/edit`} variant="default">
              {tc("edit")}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="detail-grid">
        <div className="stack">
          <Decision change={change} />
          <TermFactsCard facts={change.facts} ceiling={change.ceiling} />
        </div>
        <div className="stack">
          <TermTimeline signatures={papers.signatures} change={change} items={papers.openItems} />
          <AttachmentsPanel {...subject} items={papers.attachments} canAdd={papers.mayAttach} />
          <CommentsPanel {...subject} items={papers.comments} canAdd={papers.mayAttach} />
        </div>
      </div>
      {change.commands.length > 0 ? (
        <StickyActionBar>
          <TermActions
            id={change.id}
            rowVersion={change.rowVersion}
            commands={change.commands}
            customerName={change.customerName}
            afterMode={change.afterMode}
          />
        </StickyActionBar>
      ) : null}
    </>
  );
}

/** The decision in one sentence, then old and new beside each other. */
function Decision({ change }: { change: TermChangeView }) {
  const t = useTranslations("credit");
  const tr = useTranslations();
  const limit = (amount: string | null, mode: string) =>
    mode === "PREPAID" ? (
      t("card.no_limit")
    ) : amount === null ? (
      t("tier_amount")
    ) : (
      <MoneyText amount={amount} symbol />
    );
  return (
    <SectionCard title={t("sections.decision")} clause="R1.3.1-a">
      <div className="stack">
        <p>
          <strong>
            {t("sentence", {
              customer: change.customerName,
              kind: t(`kind.${change.kind as ManualChangeKind}`),
              before: t(`mode.${change.beforeMode}`),
              after: t(`mode.${change.afterMode}`),
            })}
          </strong>
        </p>
        {change.obstacle ? (
          <InlineNotice tone="danger" code={change.obstacle.code}>
            {refusalText(tr, change.obstacle.code, change.obstacle.details)}
          </InlineNotice>
        ) : null}
        <DescriptionList
          items={[
            {
              label: t("fields.customer"),
              value: (
                <Link href={`/customers/${change.customerId}?tab=terms` as Route}>
                  {change.customerName}
                </Link>
              ),
            },
            { label: t("fields.kind"), value: t(`kind.${change.kind as ManualChangeKind}`) },
            { label: t("columns.before_mode"), value: t(`mode.${change.beforeMode}`) },
            { label: t("fields.after_mode"), value: t(`mode.${change.afterMode}`) },
            {
              label: t("fields.before_limit"),
              value: limit(change.beforeLimit, change.beforeMode),
            },
            { label: t("fields.after_limit"), value: limit(change.afterLimit, change.afterMode) },
            ...(change.afterMode === "QUARTERLY"
              ? [
                  {
                    label: t("fields.quarter_month"),
                    value: t(`quarter_month.${change.afterQuarterMonth}`),
                  },
                ]
              : []),
            ...(change.afterAccumulatedFrom
              ? [
                  {
                    label: t("fields.accumulated_from"),
                    value: formatMoney(change.afterAccumulatedFrom, { symbol: true }),
                  },
                ]
              : []),
            { label: t("columns.decided_on"), value: change.decidedOn },
            { label: t("columns.created_by"), value: change.createdByName },
            { label: t("fields.reason"), value: change.reason, wide: true },
            ...(change.cancelReason
              ? [{ label: t("fields.cancel_reason"), value: change.cancelReason, wide: true }]
              : []),
          ]}
        />
      </div>
    </SectionCard>
  );
}
