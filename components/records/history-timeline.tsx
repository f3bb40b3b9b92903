import { getTranslations } from "next-intl/server";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import { eventComment, eventSentence } from "@/lib/i18n/event-sentence";
import type { HistoryEvent } from "@/lib/records/queries";
import type { WorkItemKindName } from "@/lib/server/work-item-kinds";

type OpenItem = {
  kind: WorkItemKindName;
  dueOn: string;
  role: string | null;
  duty: string | null;
  openedAt: Date;
  isVisible: boolean;
};

type Props = { history: readonly HistoryEvent[]; openItems: readonly OpenItem[] };

/** What happened to a document, in whole sentences, and who must act next. */
export async function HistoryTimeline({ history, openItems }: Props) {
  const [t, roles, items] = await Promise.all([
    getTranslations(),
    getTranslations("roles"),
    getTranslations("home.items"),
  ]);
  const done = history.map(
    (event): TimelineEvent => ({
      id: event.id,
      title: eventSentence(t, event),
      at: event.at,
      who: event.actorName,
      onBehalfOf: event.onBehalfOf,
      askedByPhone: event.details.askedByPhone === true,
      comment: eventComment(event.details),
      look: lookOf(event.type),
    }),
  );
  const next = openItems.map(({ kind, role, duty, dueOn, openedAt, isVisible }): TimelineEvent => {
    const who = role
      ? roles(`role.${role}` as "role.CLERK")
      : duty
        ? roles(`duty.${duty}` as "duty.COLLECTION")
        : null;
    return {
      id: `${kind} ${openedAt.toISOString()}`,
      title: items(kind.replace(".", "_") as "contract_check"),
      dueOn,
      look: isVisible ? "next" : "planned",
      ...(who ? { who } : {}),
    };
  });
  return <Timeline events={[...done, ...next]} />;
}

function lookOf(type: string): NonNullable<TimelineEvent["look"]> {
  if (/\.(returned|refused|request_refused|reversal_refused|rejected)$/.test(type))
    return "returned";
  return /\.(cancelled|voided|reversed|draft_deleted|closed)$/.test(type) &&
    type !== "intake.closed"
    ? "voided"
    : "done";
}
