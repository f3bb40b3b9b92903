import { useTranslations } from "next-intl";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import type { papersOf } from "@/lib/records/queries";

type Papers = Awaited<ReturnType<typeof papersOf>>;

const SHOWN = [
  "packing.started",
  "packing.boxed",
  "packing.voided",
  "waybill.created",
  "waybill.courier_notified",
  "waybill.handed_over",
  "waybill.tracked",
  "waybill.corrected",
  "waybill.voided",
  "slip.shipped",
  "shipping_log.remarked",
  "shipment.customer_contacted",
] as const;

const NEXT = {
  "packing.box": "packing_box",
  "packing.ship": "packing_ship",
  "waybill.notify_courier": "waybill_notify_courier",
  "waybill.hand_over": "waybill_hand_over",
  "shipment.confirm_receipt": "shipment_confirm_receipt",
  "shipment.problem": "shipment_problem",
} as const;

/** What happened to the goods' papers, by whom and when; then what must be done next. */
export function DispatchTimeline({ papers }: { papers: Pick<Papers, "history" | "openItems"> }) {
  const t = useTranslations("dispatch");
  const done = papers.history.flatMap((event): TimelineEvent[] => {
    const type = SHOWN.find((name) => name === event.type);
    if (!type) return [];
    const { id, at, actorName, onBehalfOf, details } = event;
    return [
      {
        id,
        title: t(`audit.${type}`),
        at,
        who: actorName,
        onBehalfOf,
        comment: commentOf(details),
        look: type.endsWith(".voided") ? "voided" : "done",
      },
    ];
  });
  const next = papers.openItems.flatMap(({ kind, dueOn, isVisible }): TimelineEvent[] =>
    kind in NEXT
      ? [
          {
            id: kind,
            title: t(`steps.${NEXT[kind as keyof typeof NEXT]}`),
            look: isVisible ? "next" : "planned",
            dueOn,
          },
        ]
      : [],
  );
  return <Timeline events={[...done, ...next]} />;
}

const TOLD = ["waybillNo", "carrier", "courierContact", "contactName", "note", "reason", "problem"];

/** What was written down at the step, in the words of who wrote it. */
function commentOf(details: Record<string, unknown>): string | null {
  const words = TOLD.flatMap((name) => {
    const value = details[name];
    if (typeof value === "string") return value === "" ? [] : [value];
    if (typeof value !== "object" || value === null || !("after" in value)) return [];
    const { before, after } = value as { before?: unknown; after?: unknown };
    return before === after ? [] : [`${String(before ?? "—")} → ${String(after ?? "—")}`];
  });
  return words.length > 0 ? words.join(" · ") : null;
}
