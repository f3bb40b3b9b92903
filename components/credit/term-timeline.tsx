import { useTranslations } from "next-intl";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import type { TermChangeView } from "@/lib/credit/term-change-queries";
import type { papersOf } from "@/lib/records/queries";

type Papers = Awaited<ReturnType<typeof papersOf>>;
type Props = {
  change: Pick<TermChangeView, "createdAt" | "createdByName" | "id">;
  signatures: Papers["signatures"];
  items: Papers["openItems"];
};

const STEPS = ["PREPARED", "CHECKED", "APPROVED"] as const;
const NEXT = {
  "terms.check": "next_check",
  "terms.approve": "next_approve",
  "terms.returned": "next_correct",
} as const;

/** Drafted, signed, returned, by whom and when; then whose turn it is. */
export function TermTimeline({ change, signatures, items }: Props) {
  const t = useTranslations("credit.timeline");
  const signed = signatures.flatMap((signature): TimelineEvent[] => {
    const step = STEPS.find((name) => name === signature.step);
    if (!step) return [];
    return [
      {
        id: signature.id,
        title: t(`${step}_${signature.decision}`),
        at: signature.signedAt,
        who: signature.signedByName,
        onBehalfOf: signature.onBehalfOfName,
        askedByPhone: signature.askedByPhone,
        comment: signature.comment || null,
        look: signature.decision === "AGREE" ? (signature.voided ? "voided" : "done") : "returned",
      },
    ];
  });
  const next = items.flatMap(({ kind, dueOn }): TimelineEvent[] =>
    kind in NEXT
      ? [{ id: kind, title: t(NEXT[kind as keyof typeof NEXT]), look: "next", dueOn }]
      : [],
  );
  const drafted: TimelineEvent = {
    id: change.id,
    title: t("drafted"),
    at: change.createdAt,
    who: change.createdByName,
  };
  return <Timeline events={[drafted, ...signed, ...next]} />;
}
