import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { LINE_TONES } from "@/lib/production/labels";
import type { LineDetail as Line } from "@/lib/production/line-queries";
import type { papersOf } from "@/lib/records/queries";
import { DeliverForm } from "./deliver-form";
import { InformForm } from "./inform-form";
import { LineDeliveries } from "./line-deliveries";
import { LineLogs } from "./line-logs";
import { DrawingLinks, Progress } from "./line-words";
import { LogForm } from "./log-form";
import styles from "./production.module.css";
import { TrackerForm } from "./tracker-form";

type Props = { line: Line; papers: Awaited<ReturnType<typeof papersOf>>; personName: string };

/** A row of the production register: progress, entries, delay, deliveries (F07). */
export function LineDetail({ line, papers, personName }: Props) {
  const t = useTranslations("production");
  const mustInform = line.delayDays > 0 && line.customerInformedAt === null && line.may.inform;
  return (
    <>
      <LineHead line={line} />
      <div className="detail-grid">
        <div className="stack">
          {mustInform ? (
            <SectionCard title={t("sections.inform")}>
              <div className="stack">
                <InlineNotice tone="warn">
                  {t("hints.inform", { days: line.delayDays, reason: line.delayReason })}
                </InlineNotice>
                <InformForm line={line} today={line.today} />
              </div>
            </SectionCard>
          ) : null}
          <SectionCard title={t("sections.progress")} clause="R1.1.3-T2">
            <DescriptionList items={progressItems(line, t)} />
          </SectionCard>
          {line.may.log ? (
            <SectionCard title={t("log.title")} clause="R1.1.3-T2">
              <LogForm line={line} />
            </SectionCard>
          ) : null}
          {line.may.deliver ? (
            <SectionCard title={t("deliver.title")} clause="R1.1.3-B3">
              <DeliverForm line={line} today={line.today} packedBy={personName} />
            </SectionCard>
          ) : null}
          <LineLogs logs={line.logs} unit={line.unit} />
          <LineDeliveries
            receipts={line.receipts}
            unit={line.unit}
            mayOpen={line.may.openReceipt}
          />
        </div>
        <div className="stack">
          <SectionCard title={t("sections.product")}>
            <div className="stack">
              <DescriptionList items={productItems(line, t)} />
              <DrawingLinks drawings={line.drawings} />
            </div>
          </SectionCard>
          {line.may.assignTracker && line.trackers.length > 0 ? (
            <SectionCard title={t("columns.tracker")} clause="R1.1.3-T2">
              <TrackerForm line={line} trackers={line.trackers} />
            </SectionCard>
          ) : null}
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
        </div>
      </div>
    </>
  );
}

function LineHead({ line }: { line: Line }) {
  const t = useTranslations("production");
  const number = `${line.task.docNo}-${line.lineNo}`;
  return (
    <PageHeader
      number={number}
      title={[line.productName, line.spec].filter(Boolean).join(" ")}
      badge={<StateBadge tone={LINE_TONES[line.status]} label={t(`line_status.${line.status}`)} />}
      sub={
        <>
          <Link href={`/production/notices/${line.task.id}` as Route}>{t("notice_title")}</Link> ·{" "}
          <ContractNumber line={line} />
          {line.task.customerName ? ` · ${line.task.customerName}` : ""}
        </>
      }
      back={{ href: "/production/register", label: t("register.title") }}
      remember={`${number} ${line.productName}`}
    />
  );
}

function ContractNumber({ line }: { line: Line }) {
  const { contractId, contractNo } = line.task;
  if (!contractId || !line.may.openContract) return <span className="mono">{contractNo}</span>;
  return (
    <Link href={`/contracts/${contractId}` as Route} className="mono">
      {contractNo}
    </Link>
  );
}

type Words = ReturnType<typeof useTranslations<"production">>;

function progressItems(line: Line, t: Words): DescriptionItem[] {
  return [
    { label: t("columns.stage"), value: t(`stage.${line.stage}`) },
    {
      label: t("columns.finished"),
      value: <Progress done={line.finishedQty} of={line.quantity} unit={line.unit} />,
    },
    {
      label: t("columns.received"),
      value: <Progress done={line.receivedQty} of={line.quantity} unit={line.unit} />,
    },
    { label: t("columns.issued_on"), value: <DateText date={line.task.issuedOn} /> },
    { label: t("columns.required_on"), value: <DateText date={line.requiredOn} near /> },
    { label: t("columns.promised_on"), value: <DateText date={line.promisedOn} near /> },
    { label: t("columns.expected_on"), value: <DateText date={line.expectedOn} near /> },
    { label: t("columns.contract_due_on"), value: <DateText date={line.contractDueOn} near /> },
    {
      label: t("columns.delay_days"),
      value:
        line.delayDays > 0 ? (
          <span className={styles.late}>{t("fields.delay_value", { days: line.delayDays })}</span>
        ) : (
          t("fields.no_delay")
        ),
    },
    { label: t("columns.delay_reason"), value: line.delayReason },
    {
      label: t("columns.customer_informed"),
      value: line.customerInformedAt ? (
        <>
          <DateTimeText at={line.customerInformedAt} /> {line.customerInformedBy}{" "}
          {line.customerInformedNote}
        </>
      ) : null,
    },
    { label: t("columns.tracker"), value: line.trackerName },
    { label: t("columns.finished_on"), value: <DateText date={line.finishedOn} /> },
    { label: t("columns.inbound_nos"), value: line.inboundNos },
  ];
}

function productItems(line: Line, t: Words): DescriptionItem[] {
  return [
    { label: t("columns.product"), value: line.productName },
    { label: t("columns.spec"), value: line.spec },
    {
      label: t("columns.drawing_no"),
      value: [line.drawingNo, line.drawingRev].filter(Boolean).join(" "),
    },
    { label: t("fields.material"), value: line.material },
    { label: t("fields.coating"), value: line.coating },
    { label: t("fields.technical"), value: line.technicalRequirement, wide: true },
    { label: t("fields.packing"), value: line.packingRequirement, wide: true },
  ];
}
