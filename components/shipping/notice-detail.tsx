import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PrintLink } from "@/components/dispatch/print-link";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { papersOf } from "@/lib/records/queries";
import { NOTICE_TONES, SLIP_TONES } from "@/lib/shipping/labels";
import type { NoticeDetail as Notice } from "@/lib/shipping/notice-queries";
import { NoticeActions } from "./notice-actions";
import { NoticeConsignee } from "./notice-consignee-fields";
import { NoticeContractLink } from "./notice-contract-link";
import { NoticeFacts } from "./notice-facts";
import { NoticeGates } from "./notice-gates";
import { NoticeLines } from "./notice-lines";
import { NoticeLowerForm } from "./notice-lower-form";

type Props = { notice: Notice; papers: Awaited<ReturnType<typeof papersOf>> };

/** A shipping notice: gates, lines, consignee, slips, history (F09). */
export function NoticeDetail({ notice, papers }: Props) {
  const t = useTranslations("shipping");
  return (
    <>
      <NoticeHead notice={notice} />
      <div className="detail-grid">
        <div className="stack">
          <NoticeState notice={notice} />
          {notice.gates.length > 0 ? <NoticeGates gates={notice.gates} /> : null}
          <NoticeLines
            lines={notice.lines}
            totalAmount={notice.totalAmount}
            seesPrices={notice.seesPrices}
          />
          {notice.paidProposal ? (
            <NoticeLowerForm notice={notice} proposal={notice.paidProposal} />
          ) : null}
          <NoticeFacts notice={notice} />
          <SectionCard title={t("sections.consignee")}>
            <NoticeConsignee consignee={notice.consignee} />
          </SectionCard>
          <NoticeSlips notice={notice} />
          <NoticeActions notice={notice} />
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <AttachmentsPanel
            subjectType="shipping_notice"
            subjectId={notice.id}
            items={papers.attachments}
            canAdd={papers.mayAttach}
          />
          <CommentsPanel
            subjectType="shipping_notice"
            subjectId={notice.id}
            items={papers.comments}
            canAdd={papers.mayAttach}
          />
        </div>
      </div>
    </>
  );
}

function NoticeHead({ notice }: { notice: Notice }) {
  const t = useTranslations("shipping");
  return (
    <PageHeader
      number={notice.docNo}
      title={notice.customerName}
      amount={notice.totalAmount}
      badge={
        <StateBadge
          tone={NOTICE_TONES[notice.status]}
          label={t(`notice_status.${notice.status}`)}
        />
      }
      sub={
        <>
          {t("notice_title")} · <NoticeContractLink {...notice} />
        </>
      }
      back={{ href: "/shipping/notices", label: t("notices.title") }}
      remember={`${notice.docNo ?? t("draft_word")} ${notice.customerName}`}
      actions={<PrintLink href={`/api/pdf/notice/${notice.id}`} label={t("actions.print")} />}
    />
  );
}

function NoticeState({ notice }: { notice: Notice }) {
  const t = useTranslations("shipping");
  if (notice.status === "DRAFT" && notice.blockedBy !== "") {
    return <InlineNotice tone="warn">{t("hints.held")}</InlineNotice>;
  }
  if (notice.status === "AWAITING_FUNDS")
    return <InlineNotice tone="warn">{t("hints.waiting")}</InlineNotice>;
  if (notice.status === "CANCELLED") {
    return (
      <InlineNotice tone="info" title={t("fields.cancel_reason")}>
        {notice.cancelReason}
      </InlineNotice>
    );
  }
  return null;
}

function NoticeSlips({ notice }: { notice: Notice }) {
  const t = useTranslations("shipping");
  if (notice.slips.length === 0) return null;
  return (
    <SectionCard title={t("sections.slips")} clause="R1.2.2-a" flush>
      <PlainTable
        caption={t("sections.slips")}
        head={[t("columns.slip_no"), t("columns.status")]}
        rows={notice.slips.map((slip) => ({
          id: slip.id,
          cells: [
            <Link key="no" href={`/shipping/slips/${slip.id}` as Route}>
              <span className="mono">{slip.docNo ?? t("draft_word")}</span>
            </Link>,
            <StateBadge
              key="state"
              tone={SLIP_TONES[slip.status]}
              label={t(`slip_status.${slip.status}`)}
            />,
          ],
        }))}
      />
    </SectionCard>
  );
}
