import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { PACKING_TONES } from "@/lib/dispatch/labels";
import type { ListToShip, PackingDetail } from "@/lib/dispatch/queries";
import type { papersOf } from "@/lib/records/queries";
import { BoxTable } from "./box-table";
import { DispatchTimeline } from "./dispatch-timeline";
import { NextStep } from "./next-step";
import { PackingFacts } from "./packing-facts";
import { PackingWorkbench } from "./packing-workbench";
import { PrintLink } from "./print-link";
import { TickList } from "./tick-list";
import { VoidPackingButton } from "./void-button";

type Props = {
  packing: PackingDetail;
  actorId: string;
  checkers: readonly { id: string; displayName: string }[];
  /** Boxed lists to the same consignee, this one among them. */
  lists: readonly ListToShip[];
  papers: Awaited<ReturnType<typeof papersOf>>;
};

/** A packing list: what was issued, divided and checked, then how it leaves. */
export function PackingDocument({ packing, actorId, checkers, lists, papers }: Props) {
  const t = useTranslations("dispatch");
  const subject = { subjectType: "packing_list", subjectId: packing.id } as const;
  const { id, rowVersion, lines, boxes, enclosedDocs, remark, status } = packing;
  const isWork = status === "DRAFT" && packing.mayWrite;
  return (
    <>
      <PageHeader
        number={packing.docNo}
        title={`${t("packing_doc")} · ${packing.customerName}`}
        badge={<StateBadge tone={PACKING_TONES[status]} label={t(`packing_status.${status}`)} />}
        sub={papers.prints > 0 ? t("print.count", { count: papers.prints }) : undefined}
        back={{ href: "/shipping/packing", label: t("packing_title") }}
        remember={`${packing.docNo ?? packing.slipNo} ${packing.customerName}`}
        actions={<PrintLink href={`/api/pdf/packing-list/${id}`} label={t("print.packing")} />}
      />
      <div className="detail-grid">
        <div className="stack">
          {status === "BOXED" ? <NextStep packing={packing} lists={lists} /> : null}
          <PackingFacts packing={packing} />
          {isWork ? (
            <PackingWorkbench
              packing={{ id, rowVersion, lines, boxes, enclosedDocs, remark }}
              checkers={checkers}
              actorId={actorId}
            />
          ) : (
            <Packed packing={packing} />
          )}
        </div>
        <div className="stack">
          <DispatchTimeline papers={papers} />
          <AttachmentsPanel {...subject} items={papers.attachments} canAdd={papers.mayAttach} />
          <CommentsPanel {...subject} items={papers.comments} canAdd={papers.mayAttach} />
        </div>
      </div>
      {packing.mayVoid ? (
        <StickyActionBar>
          <VoidPackingButton packingListId={id} rowVersion={rowVersion} />
        </StickyActionBar>
      ) : null}
    </>
  );
}

function Packed({ packing: { lines, boxes } }: { packing: PackingDetail }) {
  const t = useTranslations("dispatch");
  const ticked = new Set(lines.filter(({ isChecked }) => isChecked).map(({ id }) => id));
  return (
    <>
      <SectionCard title={t("lines.caption")} clause="R1.2.2-d" flush>
        <TickList lines={lines} boxCount={boxes.length} ticked={ticked} />
      </SectionCard>
      <SectionCard title={t("boxes.boxes_caption")} flush>
        <BoxTable boxes={boxes} />
      </SectionCard>
    </>
  );
}
