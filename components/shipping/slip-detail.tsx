import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PrintLink } from "@/components/dispatch/print-link";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { papersOf } from "@/lib/records/queries";
import { SLIP_TONES, shownSlipStatus } from "@/lib/shipping/labels";
import type { SlipDetail as Slip } from "@/lib/shipping/slip-queries";
import { NoticeConsignee } from "./notice-consignee-fields";
import { NoticeContractLink } from "./notice-contract-link";
import { SlipActions } from "./slip-actions";
import { SlipCredit } from "./slip-credit";
import { SlipDraftForm } from "./slip-draft-form";
import { SlipFacts } from "./slip-facts";
import { SlipIssuePanel } from "./slip-issue-panel";
import { SlipLines } from "./slip-lines";
import { SlipReversalPanel } from "./slip-reversal-panel";

type Props = {
  slip: Slip;
  papers: Awaited<ReturnType<typeof papersOf>>;
  /** What comes after the issue: composed by the page, since packing stands above this domain. */
  packing: ReactNode;
};

/** An outbound slip: the decision first, then lines, issue, facts, history (F10). */
export function SlipDetail({ slip, papers, packing }: Props) {
  const t = useTranslations("shipping");
  const isDraft = slip.commands.includes("edit");
  const mayIssue = slip.commands.includes("issue");
  return (
    <>
      <SlipHead slip={slip} />
      <div className="detail-grid">
        <div className="stack">
          {slip.reversal ? (
            <SlipReversalPanel
              reversal={slip.reversal}
              mayDecide={slip.commands.includes("reverse")}
            />
          ) : null}
          {slip.credit ? <SlipCredit slip={slip} credit={slip.credit} /> : null}
          {isDraft ? (
            <SlipDraftForm slip={slip} rests={slip.rests} needsReason={hasViolation(slip)} />
          ) : null}
          {mayIssue ? (
            <SlipIssuePanel slip={slip} lines={slip.lines.filter(({ isCharge }) => !isCharge)} />
          ) : (
            <SlipLines
              lines={slip.lines}
              totalAmount={slip.totalAmount}
              seesPrices={slip.seesPrices}
            />
          )}
          {packing}
          <SlipFacts slip={slip} />
          {slip.notice ? (
            <SectionCard title={t("sections.consignee")}>
              <NoticeConsignee consignee={slip.notice.consignee} />
            </SectionCard>
          ) : null}
          <SlipActions slip={slip} />
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <AttachmentsPanel
            subjectType="outbound_slip"
            subjectId={slip.id}
            items={papers.attachments}
            canAdd={papers.mayAttach}
          />
          <CommentsPanel
            subjectType="outbound_slip"
            subjectId={slip.id}
            items={papers.comments}
            canAdd={papers.mayAttach}
          />
        </div>
      </div>
    </>
  );
}

function hasViolation({ credit }: Slip): boolean {
  return (credit?.violations.length ?? 0) > 0;
}

function SlipHead({ slip }: { slip: Slip }) {
  const t = useTranslations("shipping");
  const shown = shownSlipStatus(slip);
  return (
    <PageHeader
      number={slip.docNo}
      title={slip.customerName}
      amount={slip.totalAmount}
      badge={<StateBadge tone={SLIP_TONES[shown]} label={t(`slip_status.${shown}`)} />}
      sub={
        <>
          {t(slip.redOfId ? "red_slip_title" : "slip_title")} · <NoticeContractLink {...slip} />
        </>
      }
      back={{ href: "/shipping/slips", label: t("slips.title") }}
      remember={`${slip.docNo ?? t("draft_word")} ${slip.customerName}`}
      actions={<PrintLink href={`/api/pdf/slip/${slip.id}`} label={t("actions.print")} />}
    />
  );
}
