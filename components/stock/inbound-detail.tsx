import { useTranslations } from "next-intl";
import { Timeline } from "@/components/layout/timeline";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { SectionCard } from "@/components/ui/section-card";
import { formatDateTime } from "@/lib/i18n/format";
import type { papersOf } from "@/lib/records/queries";
import type { InboundDocument, movementsOf } from "@/lib/stock/queries";
import { InboundActs } from "./inbound-acts";
import { InboundLines } from "./inbound-lines";

type Props = {
  slip: InboundDocument;
  papers: Awaited<ReturnType<typeof papersOf>>;
  movements: Awaited<ReturnType<typeof movementsOf>>;
  commands: readonly string[];
};

/** The inbound slip in paper order on the left, its history on the right. */
export function InboundDetail({ slip, papers, movements, commands }: Props) {
  const t = useTranslations("stock");
  const subject = { subjectType: "inbound_slip", subjectId: slip.id } as const;
  return (
    <div className="detail-grid">
      <div className="stack">
        <SectionCard title={t("inbound.head")}>
          <DescriptionList items={headItems(t, slip)} />
        </SectionCard>
        <InboundLines lines={slip.lines} movements={movements} />
        <AttachmentsPanel {...subject} items={papers.attachments} canAdd={papers.mayAttach} />
        <CommentsPanel {...subject} items={papers.comments} canAdd />
        <InboundActs slipId={slip.id} rowVersion={slip.rowVersion} commands={commands} />
      </div>
      <History papers={papers} />
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<"stock">>;

function headItems(t: Words, slip: InboundDocument) {
  const { createdByName, createdAt, postedByName, postedAt, cancelReason } = slip;
  return [
    { label: t("inbound.type"), value: t(`types.${slip.inboundType}`) },
    { label: t("inbound.received_on"), value: <DateText date={slip.receivedOn} near /> },
    { label: t("inbound.from_department"), value: slip.fromDepartment },
    { label: t("inbound.delivered_by"), value: slip.deliveredBy },
    { label: t("inbound.created"), value: `${createdByName} ${formatDateTime(createdAt)}` },
    ...(postedAt
      ? [{ label: t("inbound.posted"), value: `${postedByName} ${formatDateTime(postedAt)}` }]
      : []),
    ...(cancelReason === ""
      ? []
      : [{ label: t("inbound.cancelled"), value: cancelReason, wide: true }]),
    { label: t("inbound.remark"), value: slip.remark, wide: true },
  ];
}

const KNOWN = ["drafted", "changed", "posted", "cancelled"] as const;

function History({ papers }: Pick<Props, "papers">) {
  const t = useTranslations("stock.history");
  const events = papers.history.flatMap(({ id, type, actorName, onBehalfOf, at, details }) => {
    const what = KNOWN.find((name) => type === `inbound.${name}`);
    if (!what) return [];
    const look = what === "cancelled" ? ({ look: "voided" } as const) : {};
    const comment = typeof details.reason === "string" ? details.reason : null;
    return [{ id, title: t(what), at, who: actorName, onBehalfOf, comment, ...look }];
  });
  return <Timeline events={events} />;
}
