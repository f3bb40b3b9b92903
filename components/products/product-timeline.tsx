import { useTranslations } from "next-intl";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import type { HistoryEvent } from "@/lib/records/queries";

const SHOWN = {
  "product.created": "created",
  "product.changed": "changed",
  "product.standard_decided": "standard_decided",
  "product.deactivated": "deactivated",
  "product.activated": "activated",
  "attachment.added": "attachment_added",
} as const;

/** Who changed the product, and when; latest first. */
export function ProductTimeline({ history }: { history: readonly HistoryEvent[] }) {
  const t = useTranslations("products.events");
  const events = history.flatMap(({ id, type, at, actorName, details }): TimelineEvent[] => {
    if (!(type in SHOWN)) return [];
    const reason = details.reason ?? details.fileName;
    return [
      {
        id,
        title: t(SHOWN[type as keyof typeof SHOWN]),
        at,
        who: actorName,
        comment: typeof reason === "string" ? reason : null,
      },
    ];
  });
  return <Timeline events={events.reverse()} />;
}
