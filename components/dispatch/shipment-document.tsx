import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { ClauseHint } from "@/components/ui/clause-hint";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { RECEIPT_TONES } from "@/lib/dispatch/labels";
import type { ShipmentDetail } from "@/lib/dispatch/shipment-queries";
import type { papersOf } from "@/lib/records/queries";
import { ConfirmDeliveryForm } from "./confirm-delivery-form";
import { ContactHistory } from "./contact-history";
import { DispatchTimeline } from "./dispatch-timeline";
import { PrintLink } from "./print-link";
import { RemarkForm } from "./remark-form";
import { ShipmentFacts, ShippedGoods } from "./shipment-facts";

type Props = {
  shipment: ShipmentDetail;
  /** ISO with the factory's offset. */
  now: string;
  papers: Awaited<ReturnType<typeof papersOf>>;
};

/** A shipment after it left: what it was, whether it arrived, what the customer said. */
export function ShipmentDocument({ shipment, now, papers }: Props) {
  const t = useTranslations("dispatch");
  const subject = { subjectType: "shipping_log_entry", subjectId: shipment.id } as const;
  const { receiptResult, confirmations, mayReadContacts } = shipment;
  return (
    <>
      <PageHeader
        number={shipment.slipNo}
        title={`${t("shipment_doc")} · ${shipment.customerName}`}
        badge={
          receiptResult ? (
            <StateBadge tone={RECEIPT_TONES[receiptResult]} label={t(`results.${receiptResult}`)} />
          ) : (
            <StateBadge tone="shipped" />
          )
        }
        back={
          mayReadContacts
            ? { href: "/shipping/follow-ups", label: t("follow_ups_title") }
            : { href: "/shipping/log", label: t("log_title") }
        }
        remember={`${shipment.slipNo} ${shipment.customerName}`}
        actions={
          confirmations.length > 0 ? (
            <PrintLink
              href={`/api/pdf/receipt-confirmation/${shipment.id}`}
              label={t("print.confirmation")}
            />
          ) : undefined
        }
      />
      <div className="detail-grid">
        <div className="stack">
          <Asking shipment={shipment} now={now} />
          {mayReadContacts ? <ContactHistory contacts={confirmations} /> : null}
          <ShipmentFacts shipment={shipment} />
          <ShippedGoods lines={shipment.lines} />
          <Remark shipment={shipment} />
        </div>
        <div className="stack">
          <DispatchTimeline papers={papers} />
          <AttachmentsPanel {...subject} items={papers.attachments} canAdd={papers.mayAttach} />
          <CommentsPanel {...subject} items={papers.comments} canAdd={papers.mayAttach} />
        </div>
      </div>
    </>
  );
}

function Asking({ shipment, now }: Omit<Props, "papers">) {
  const t = useTranslations("dispatch.follow_up");
  if (shipment.receiptResult === "RECEIVED_OK") {
    return <InlineNotice tone="success">{t("confirmed")}</InlineNotice>;
  }
  if (!shipment.mayConfirm) return null;
  const { contactPerson = "", phone = "" } = shipment.consignee;
  return (
    <SectionCard
      title={t("record_title")}
      clause="R1.2.3-c"
      aside={phone ? <a href={`tel:${phone}`}>{t("call", { name: contactPerson })}</a> : undefined}
    >
      <ConfirmDeliveryForm
        key={shipment.confirmations.length}
        logEntryId={shipment.id}
        contactName={contactPerson}
        contactPhone={phone}
        now={now}
      />
    </SectionCard>
  );
}

function Remark({ shipment: { id, rowVersion, remark, mayRemark } }: Pick<Props, "shipment">) {
  const t = useTranslations("dispatch.log");
  if (!mayRemark && remark === "") return null;
  return (
    <SectionCard title={t("remark_title")} aside={<ClauseHint clause="R1.2.3-a" />}>
      {mayRemark ? (
        <RemarkForm logEntryId={id} rowVersion={rowVersion} remark={remark} />
      ) : (
        <p>{remark}</p>
      )}
    </SectionCard>
  );
}
