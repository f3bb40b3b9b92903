import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DateTimeText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import type { DelegationRow } from "@/lib/people/delegation-queries";

/** Where a signed document is read. */
const PATHS: Readonly<Record<string, string>> = {
  contract: "/contracts/",
  outbound_slip: "/shipping/slips/",
  term_change: "/terms/",
};

/** Everything that was signed under a delegation, for the principal to read after coming back (F45). */
export function DelegatedActs({ delegations }: { delegations: readonly DelegationRow[] }) {
  const t = useTranslations("people.delegations");
  const tr = useTranslations("roles");
  const acts = delegations
    .flatMap((row) => row.acts.map((act) => ({ ...act, row })))
    .sort((a, b) => b.signedAt.getTime() - a.signedAt.getTime());
  return (
    <PlainTable
      caption={t("acts")}
      empty={t("acts_empty")}
      head={[
        t("act.at"),
        t("act.who"),
        t("act.document"),
        t("act.step"),
        t("act.decision"),
        t("act.comment"),
        t("number"),
      ]}
      rows={acts.map(({ row, ...act }) => ({
        id: act.id,
        cells: [
          <DateTimeText key="at" at={act.signedAt} />,
          t("on_behalf", { delegate: row.delegateName, principal: row.principalName }),
          <Subject key="document" type={act.subjectType} id={act.subjectId} />,
          tr(`step.${act.step}`),
          tr(`decision.${act.decision}`),
          act.comment,
          <span key="number" className="mono">
            {row.docNo}
          </span>,
        ],
      }))}
    />
  );
}

function Subject({ type, id }: { type: string; id: string }) {
  const t = useTranslations("people.delegations.documents");
  const key = type as "contract";
  const label = t.has(key) ? t(key) : type;
  const path = PATHS[type];
  return path ? <Link href={`${path}${id}` as Route}>{label}</Link> : label;
}
