import { useTranslations } from "next-intl";
import { PrintLink } from "@/components/dispatch/print-link";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { SlipActions } from "@/components/shipping/slip-actions";
import { SlipCredit } from "@/components/shipping/slip-credit";
import { InlineNotice } from "@/components/ui/inline-notice";
import { StateBadge } from "@/components/ui/state-badge";
import type { papersOf } from "@/lib/records/queries";
import type { SlipDetail } from "@/lib/shipping/slip-queries";
import { WALK_IN_TONES } from "@/lib/walkin/labels";
import type { WalkInDetail } from "@/lib/walkin/queries";
import { ContractAfterwards } from "./contract-afterwards";
import { CountForm } from "./count-form";
import { DraftActions } from "./draft-actions";
import { HandOverForm } from "./hand-over-form";
import { MoneyCard } from "./money-card";
import { WalkInFacts } from "./walk-in-facts";
import { WalkInLines } from "./walk-in-lines";

type Props = {
  walkIn: WalkInDetail;
  /** Its outbound slip, which carries the signatures; null for whoever does not read slips. */
  slip: SlipDetail | null;
  papers: Awaited<ReturnType<typeof papersOf>>;
};

/** A pickup from the counter to its contract: what is next stands first (F40, rules 5.11). */
export function WalkInDocument({ walkIn, slip, papers }: Props) {
  const t = useTranslations("walkin");
  const { commands } = walkIn;
  const subject = { subjectType: "walk_in", subjectId: walkIn.id } as const;
  return (
    <>
      <Head walkIn={walkIn} />
      <div className="detail-grid">
        <div className="stack">
          {walkIn.overdue ? (
            <InlineNotice tone="danger">{t(`overdue.${walkIn.overdue}`)}</InlineNotice>
          ) : null}
          {isBeforeGoods(walkIn) &&
          walkIn.authorityKind === "LETTER" &&
          !papers.attachments.length ? (
            <InlineNotice tone="warn">{t("letter_missing")}</InlineNotice>
          ) : null}
          {slip?.credit ? <SlipCredit slip={slip} credit={slip.credit} /> : null}
          {commands.includes("count") ? <CountForm walkIn={walkIn} /> : null}
          {commands.includes("hand_over") ? <HandOverForm walkIn={walkIn} /> : null}
          <ContractAfterwards walkIn={walkIn} />
          <WalkInLines walkIn={walkIn} />
          {walkIn.money ? <MoneyCard walkIn={walkIn} money={walkIn.money} /> : null}
          <WalkInFacts walkIn={walkIn} />
          {commands.includes("submit") ? <DraftActions walkIn={walkIn} /> : null}
          {slip ? <SlipActions slip={slip} /> : null}
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <AttachmentsPanel
            {...subject}
            items={papers.attachments}
            canAdd={papers.mayAttach}
            kind="authority"
          />
          <CommentsPanel {...subject} items={papers.comments} canAdd={papers.mayAttach} />
        </div>
      </div>
    </>
  );
}

const isBeforeGoods = ({ handedOverAt, status }: WalkInDetail) =>
  handedOverAt === null && status !== "REJECTED" && status !== "CANCELLED";

function Head({ walkIn }: { walkIn: WalkInDetail }) {
  const t = useTranslations("walkin");
  return (
    <PageHeader
      number={walkIn.docNo}
      title={walkIn.customerName}
      amount={walkIn.totalAmount}
      badge={
        <StateBadge tone={WALK_IN_TONES[walkIn.status]} label={t(`status.${walkIn.status}`)} />
      }
      sub={t("document")}
      back={{ href: "/walk-in", label: t("title") }}
      remember={`${walkIn.docNo ?? t("document")} ${walkIn.customerName}`}
      actions={
        <>
          {walkIn.slipId ? (
            <PrintLink href={`/api/pdf/slip/${walkIn.slipId}`} label={t("actions.open_slip")} />
          ) : null}
          <PrintLink href={`/api/pdf/walk-in/${walkIn.id}`} label={t("actions.print")} />
        </>
      }
    />
  );
}
