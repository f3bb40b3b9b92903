import { useTranslations } from "next-intl";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import type { HistoryEvent } from "@/lib/records/queries";
import type { openItemsOf } from "@/lib/server/work-items";

const SHOWN = [
  "notice.drafted",
  "notice.changed",
  "notice.held",
  "notice.issued",
  "notice.waits_for_funds",
  "notice.freed",
  "notice.lowered",
  "notice.acknowledged",
  "notice.cancelled",
  "slip.started",
  "slip.changed",
  "slip.submitted",
  "slip.signed",
  "slip.exception_approved",
  "slip.returned",
  "slip.rejected",
  "slip.cancelled",
  "slip.issued",
  "slip.back_to_director",
  "slip.reversal_requested",
  "slip.reversal_refused",
  "slip.reversed",
  "attachment.added",
] as const;
type Shown = (typeof SHOWN)[number];
type Slug<Text> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;

const LOOKS: Partial<Record<Shown, NonNullable<TimelineEvent["look"]>>> = {
  "notice.held": "returned",
  "notice.cancelled": "voided",
  "slip.returned": "returned",
  "slip.rejected": "voided",
  "slip.cancelled": "voided",
  "slip.back_to_director": "returned",
  "slip.reversed": "voided",
};

type Props = {
  history: readonly HistoryEvent[];
  openItems: Awaited<ReturnType<typeof openItemsOf>>;
};

/** What happened to a notice or slip, in order, and who must act next. */
export function NoticeTimeline({ history, openItems }: Props) {
  const t = useTranslations("shipping");
  const th = useTranslations("home.items");
  const done = history.flatMap((event): TimelineEvent[] => {
    const type = SHOWN.find((name) => name === event.type);
    if (!type) return [];
    const look = LOOKS[type];
    return [
      {
        id: event.id,
        title: t(`events.${type.replace(".", "_") as Slug<Shown>}`),
        at: event.at,
        who: event.actorName,
        onBehalfOf: event.onBehalfOf,
        comment: commentOf(event.details),
        ...(look ? { look } : {}),
      },
    ];
  });
  const next = openItems.map(
    ({ kind, dueOn }): TimelineEvent => ({
      id: kind,
      title: th(kind.replaceAll(".", "_") as "notice_make_slip"),
      look: "next",
      dueOn,
    }),
  );
  return <Timeline events={[...done, ...next]} />;
}

function commentOf(details: Record<string, unknown>): string | null {
  const text = [details.comment, details.reason].find(
    (value) => typeof value === "string" && value !== "",
  );
  return typeof text === "string" ? text : null;
}
