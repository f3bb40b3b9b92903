import { useTranslations } from "next-intl";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import type { HistoryEvent } from "@/lib/records/queries";

const SHOWN = [
  "customer.created",
  "customer.changed",
  "customer.renamed",
  "customer.start_confirmed",
  "customer.terms_changed",
  "customer.merged",
  "customer.took_over",
  "attachment.added",
] as const;
type Shown = (typeof SHOWN)[number];

/** Who changed the file, and what of it, latest first. */
export function CustomerTimeline({ history }: { history: readonly HistoryEvent[] }) {
  const t = useTranslations("customers");
  const events = history.flatMap((event): TimelineEvent[] => {
    const type = SHOWN.find((name) => name === event.type);
    if (!type) return [];
    return [
      {
        id: event.id,
        title: t(`events.${type.replace(".", "_") as Slug<Shown>}`),
        at: event.at,
        who: event.actorName,
        onBehalfOf: event.onBehalfOf,
        comment: changesOf(event.details),
      },
    ];
  });
  return <Timeline events={events.reverse()} />;
}

type Slug<Text> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;

type Changed = { before: string | null; after: string | null };

/** Old and new of each field that was changed, or the document and reason that the row names. */
function changesOf(details: Record<string, unknown>): string | null {
  const lines = Object.values(details).flatMap((value) => {
    if (isChange(value)) return [`${value.before ?? "—"} → ${value.after ?? "—"}`];
    return typeof value === "string" ? [value] : [];
  });
  return lines.length > 0 ? lines.slice(0, 12).join("；") : null;
}

function isChange(value: unknown): value is Changed {
  return typeof value === "object" && value !== null && "before" in value && "after" in value;
}
