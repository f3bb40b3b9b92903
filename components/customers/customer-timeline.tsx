import { useTranslations } from "next-intl";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import type { HistoryEvent } from "@/lib/records/queries";
import { useChangeWords } from "./use-change-words";

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
  const say = useChangeWords();
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
        comment: say(event.details),
      },
    ];
  });
  return <Timeline events={events.reverse()} />;
}

type Slug<Text> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;
