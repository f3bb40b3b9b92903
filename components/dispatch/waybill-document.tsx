import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { WAYBILL_TONES } from "@/lib/dispatch/labels";
import type { WaybillDetail } from "@/lib/dispatch/waybill-queries";
import type { papersOf } from "@/lib/records/queries";
import { CorrectForm } from "./correct-form";
import { DispatchTimeline } from "./dispatch-timeline";
import { HandOverForm } from "./hand-over-form";
import { PrintLink } from "./print-link";
import { TrackForm } from "./track-form";
import { VoidWaybillButton } from "./void-button";
import { WaybillDraft } from "./waybill-draft";
import { WaybillFacts } from "./waybill-facts";

type Props = {
  waybill: WaybillDetail;
  couriers: readonly { id: string; name: string }[];
  papers: Awaited<ReturnType<typeof papersOf>>;
};

/** A waybill from its draft to what the courier reports. */
export function WaybillDocument({ waybill, couriers, papers }: Props) {
  const t = useTranslations("dispatch");
  const subject = { subjectType: "waybill", subjectId: waybill.id } as const;
  const { id, rowVersion, status } = waybill;
  return (
    <>
      <PageHeader
        number={waybill.docNo}
        title={`${t("waybill_doc")} · ${waybill.recipient.company ?? waybill.courierName}`}
        badge={<StateBadge tone={WAYBILL_TONES[status]} label={t(`waybill_status.${status}`)} />}
        sub={papers.prints > 0 ? t("print.count", { count: papers.prints }) : undefined}
        back={{ href: "/shipping/waybills", label: t("waybills_title") }}
        remember={`${waybill.docNo ?? t("waybill_doc")} ${waybill.recipient.company ?? ""}`.trim()}
        actions={<PrintLink href={`/api/pdf/waybill/${id}`} label={t("print.waybill")} />}
      />
      <div className="detail-grid">
        <div className="stack">
          <NextStep waybill={waybill} couriers={couriers} />
          <WaybillFacts waybill={waybill} />
          {waybill.handedOverAt && waybill.mayWrite ? (
            <SectionCard title={t("waybill.correct_title")}>
              <CorrectForm waybill={correctable(waybill)} />
            </SectionCard>
          ) : null}
        </div>
        <div className="stack">
          <DispatchTimeline papers={papers} />
          <AttachmentsPanel {...subject} items={papers.attachments} canAdd={papers.mayAttach} />
          <CommentsPanel {...subject} items={papers.comments} canAdd={papers.mayAttach} />
        </div>
      </div>
      {waybill.commands.includes("void") ? (
        <StickyActionBar>
          <VoidWaybillButton waybillId={id} rowVersion={rowVersion} />
        </StickyActionBar>
      ) : null}
    </>
  );
}

function NextStep({ waybill, couriers }: Omit<Props, "papers">) {
  const t = useTranslations("dispatch.waybill");
  const { id, rowVersion, commands, courier, courierName, freightAmount, showsPrices } = waybill;
  if (commands.includes("notify")) {
    return (
      <WaybillDraft
        waybill={draftOf(waybill)}
        couriers={couriers.map((row) => ({ id: row.id, name: row.name }))}
      />
    );
  }
  if (commands.includes("hand_over")) {
    return (
      <SectionCard title={t("hand_over_title")} clause="R1.2.2-i">
        <HandOverForm
          waybill={{ id, rowVersion, courier, courierName, freightAmount, showsPrices }}
        />
      </SectionCard>
    );
  }
  if (commands.includes("sign")) {
    return (
      <SectionCard title={t("track_title")}>
        <TrackForm waybill={{ id, rowVersion, commands }} />
      </SectionCard>
    );
  }
  return null;
}

/** Only what the form shows goes to the browser. */
function draftOf(waybill: WaybillDetail) {
  const { id, rowVersion, courierId, contents, pieces, weightKg, serviceLevel } = waybill;
  const { freightSettlement, freightAmount, insuredValue, remark, showsPrices } = waybill;
  const { freightPayer, courier } = waybill;
  return {
    ...{ id, rowVersion, courierId, contents, pieces, weightKg, serviceLevel },
    ...{ freightSettlement, freightAmount, insuredValue, remark, showsPrices },
    ...{ freightPayer, courier },
  };
}

function correctable(waybill: WaybillDetail) {
  const { id, rowVersion, waybillNo, courierContact, remark, courier, courierName } = waybill;
  return { id, rowVersion, waybillNo, courierContact, remark, courier, courierName };
}
