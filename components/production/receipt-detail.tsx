import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PrintLink } from "@/components/dispatch/print-link";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { PACK_FORMS, RECEIPT_TONES } from "@/lib/production/labels";
import type { ReceiptDetail as Receipt } from "@/lib/production/receipt-queries";
import type { papersOf } from "@/lib/records/queries";
import { InspectForm } from "./inspect-form";
import { ReceiptActions } from "./receipt-actions";
import { ReceiveForm } from "./receive-form";

type Props = { receipt: Receipt; papers: Awaited<ReturnType<typeof papersOf>> };

/** Goods from the workshop on their way into the store: delivered, inspected, received (F27). */
export function ReceiptDetail({ receipt, papers }: Props) {
  const t = useTranslations("production");
  const { line, commands } = receipt;
  const part = { id: receipt.id, rowVersion: receipt.rowVersion, line, bins: receipt.bins };
  return (
    <>
      <PageHeader
        number={receipt.docNo}
        title={[line.productName, line.spec].filter(Boolean).join(" ")}
        badge={
          <StateBadge
            tone={RECEIPT_TONES[receipt.status]}
            label={t(`receipt_status.${receipt.status}`)}
          />
        }
        sub={<ReceiptOrigin receipt={receipt} />}
        back={{ href: "/production/receipts", label: t("receipts.title") }}
        remember={`${receipt.docNo ?? receipt.taskNo} ${line.productName}`}
        actions={
          <PrintLink
            href={`/api/pdf/production-receipt/${receipt.id}`}
            label={t("actions.print")}
          />
        }
      />
      <div className="detail-grid">
        <div className="stack">
          {receipt.status === "CANCELLED" ? (
            <InlineNotice title={t("fields.cancel_reason")}>{receipt.cancelReason}</InlineNotice>
          ) : null}
          {commands.includes("inspect") ? (
            <SectionCard title={t("sections.inspect")}>
              <InspectForm receipt={part} />
            </SectionCard>
          ) : null}
          {commands.includes("receive") ? (
            <SectionCard title={t("sections.receive")} clause="R1.1.3-B3">
              <ReceiveForm receipt={part} />
            </SectionCard>
          ) : null}
          <SectionCard title={t("sections.delivery")} clause="RD2-02">
            <DescriptionList items={goodsItems(receipt, t)} />
          </SectionCard>
          <SectionCard title={t("sections.packing")} clause="RD2-04">
            <DescriptionList items={packingItems(receipt, t)} />
          </SectionCard>
          <ReceiptActions receipt={{ id: receipt.id, rowVersion: receipt.rowVersion, commands }} />
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <AttachmentsPanel
            subjectType="inbound_slip"
            subjectId={receipt.id}
            items={papers.attachments}
            canAdd={papers.mayAttach}
          />
          <CommentsPanel
            subjectType="inbound_slip"
            subjectId={receipt.id}
            items={papers.comments}
            canAdd={papers.mayAttach}
          />
        </div>
      </div>
    </>
  );
}

function ReceiptOrigin({ receipt }: { receipt: Receipt }) {
  const { line, taskNo, contractNo, contractId, mayOpenTask, mayOpenContract } = receipt;
  return (
    <>
      {mayOpenTask ? (
        <Link href={`/production/register/${line.taskLineId}` as Route} className="mono">
          {taskNo}
        </Link>
      ) : (
        <span className="mono">{taskNo}</span>
      )}{" "}
      ·{" "}
      {mayOpenContract && contractId ? (
        <Link href={`/contracts/${contractId}` as Route} className="mono">
          {contractNo}
        </Link>
      ) : (
        <span className="mono">{contractNo}</span>
      )}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"production">>;

function goodsItems({ line, ...receipt }: Receipt, t: Words): DescriptionItem[] {
  const isInspected = receipt.status !== "PENDING_INSPECTION";
  const result = line.inspectionResult === "CONCESSION" ? "CONCESSION" : "QUALIFIED";
  return [
    { label: t("columns.from_department"), value: receipt.fromDepartment },
    { label: t("columns.delivered_by"), value: receipt.deliveredBy },
    { label: t("columns.delivered_at"), value: <DateTimeText at={receipt.createdAt} /> },
    {
      label: t("columns.delivered"),
      value: <QuantityText quantity={line.deliveredQty} unit={line.unit} />,
    },
    { label: t("fields.over_reason"), value: line.overReason },
    { label: t("fields.inspection_no"), value: line.inspectionNo },
    { label: t("columns.inspected_by"), value: receipt.inspectedByName },
    { label: t("fields.result"), value: isInspected ? t(`result.${result}`) : null },
    {
      label: t("columns.rejected"),
      value: isInspected ? <QuantityText quantity={line.rejectedQty} unit={line.unit} /> : null,
    },
    { label: t("fields.inspection_note"), value: receipt.inspectionNote },
    {
      label: t("columns.received"),
      value:
        receipt.status === "POSTED" ? (
          <QuantityText quantity={line.receivedQty} unit={line.unit} />
        ) : null,
    },
    { label: t("fields.bin"), value: receipt.status === "POSTED" ? line.binCode : null },
    { label: t("fields.batch_no"), value: line.batchNo },
    { label: t("columns.keeper"), value: receipt.postedByName },
    { label: t("fields.receive_remark"), value: line.lineRemark },
    { label: t("fields.remark"), value: receipt.remark },
  ];
}

function packingItems({ line }: Receipt, t: Words): DescriptionItem[] {
  const form = PACK_FORMS.find((known) => known === line.packForm);
  return [
    { label: t("fields.packed_by"), value: line.packedByName },
    { label: t("fields.packed_on"), value: <DateText date={line.packedOn} /> },
    { label: t("fields.pack_form"), value: form ? t(`pack_form.${form}`) : null },
    {
      label: t("fields.qty_per_pack"),
      value: <QuantityText quantity={line.qtyPerPack} unit={line.unit} />,
    },
    { label: t("fields.pack_count"), value: line.packCount },
    {
      label: t("fields.label_printed"),
      value: t(line.labelPrinted ? "fields.yes" : "fields.no"),
    },
  ];
}
