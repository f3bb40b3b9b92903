import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PrintLink } from "@/components/dispatch/print-link";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { PREPARATION_TONES } from "@/lib/preparation/labels";
import type { PreparationDetail as Order } from "@/lib/preparation/queries";
import type { papersOf } from "@/lib/records/queries";
import { FinishForm } from "./finish-form";
import { PreparationActions } from "./preparation-actions";
import { PreparationLines } from "./preparation-lines";

type Props = { order: Order; papers: Awaited<ReturnType<typeof papersOf>> };

/** A preparation order: what to do next, lines, who did what (F08). */
export function PreparationDetail({ order, papers }: Props) {
  return (
    <>
      <Head order={order} />
      <div className="detail-grid">
        <div className="stack">
          <State order={order} />
          {order.commands.includes("finish") ? (
            <FinishForm order={order} />
          ) : (
            <PreparationLines lines={order.lines} />
          )}
          <Facts order={order} />
          <PreparationActions order={order} />
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <AttachmentsPanel
            subjectType="preparation_order"
            subjectId={order.id}
            items={papers.attachments}
            canAdd={papers.mayAttach}
          />
          <CommentsPanel
            subjectType="preparation_order"
            subjectId={order.id}
            items={papers.comments}
            canAdd={papers.mayAttach}
          />
        </div>
      </div>
    </>
  );
}

function Head({ order }: { order: Order }) {
  const t = useTranslations("preparation");
  const contract = order.mayOpenContract ? (
    <Link href={`/contracts/${order.contractId}` as Route} className="mono">
      {order.contractNo}
    </Link>
  ) : (
    <span className="mono">{order.contractNo}</span>
  );
  return (
    <PageHeader
      number={order.docNo}
      title={order.customerName}
      badge={
        <StateBadge tone={PREPARATION_TONES[order.status]} label={t(`status.${order.status}`)} />
      }
      sub={
        <>
          {t("title")} · {contract}
        </>
      }
      back={{ href: "/preparation", label: t("title") }}
      remember={`${order.docNo ?? t("status.DRAFT")} ${order.customerName}`}
      actions={<PrintLink href={`/api/pdf/preparation/${order.id}`} label={t("actions.print")} />}
    />
  );
}

function State({ order }: { order: Order }) {
  const t = useTranslations("preparation");
  if (order.cancelReason !== "") {
    return (
      <InlineNotice tone="info" title={t("fields.cancel_reason")}>
        {order.cancelReason}
      </InlineNotice>
    );
  }
  if (order.shortageNote !== "") {
    return (
      <InlineNotice tone="warn" title={t("fields.shortage_note")}>
        {order.shortageNote}
      </InlineNotice>
    );
  }
  if (order.status === "PENDING_CHIEF") {
    return <InlineNotice>{t("will_reserve", { contractNo: order.contractNo })}</InlineNotice>;
  }
  return null;
}

function Facts({ order }: { order: Order }) {
  const t = useTranslations("preparation");
  const person = (name: string | null, at: Date | null) =>
    name ? (
      <>
        {name} {at ? <DateTimeText at={at} /> : null}
      </>
    ) : null;
  return (
    <SectionCard title={t("sections.head")} clause="R1.1.3-P">
      <DescriptionList
        items={[
          { label: t("fields.due_on"), value: <DateText date={order.dueOn} near /> },
          { label: t("fields.date"), value: <DateText date={order.preparationOn} /> },
          { label: t("fields.packing"), value: order.packingRequirement, wide: true },
          { label: t("fields.prepared_by"), value: order.preparedByName },
          {
            label: t("fields.received_by"),
            value: person(order.receivedByName, order.receivedAt),
          },
          { label: t("fields.ready_by"), value: person(order.keeperName, order.preparedAt) },
          ...(order.taskId
            ? [
                {
                  label: t("fields.task"),
                  value: (
                    <Link href={`/production/notices/${order.taskId}` as Route} className="mono">
                      {order.taskNo ?? t("status.DRAFT")}
                    </Link>
                  ),
                },
              ]
            : []),
          { label: t("fields.remark"), value: order.remark, wide: true },
        ]}
      />
    </SectionCard>
  );
}
