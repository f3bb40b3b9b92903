import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateTimeText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { TERM_CHANGE_TONES } from "@/lib/credit/labels";
import type { TermChangeHistoryRow } from "@/lib/credit/term-change-queries";

/** The changes of a customer's terms, newest first. */
export function TermHistory({ rows }: { rows: readonly TermChangeHistoryRow[] }) {
  const t = useTranslations("credit");
  return (
    <SectionCard title={t("history_title")} flush>
      <PlainTable
        caption={t("history_title")}
        empty={t("history_empty")}
        head={[
          t("columns.doc_no"),
          t("columns.created_at"),
          t("columns.kind"),
          t("columns.after_mode"),
          t("columns.status"),
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          cells: [
            <Link key="no" href={`/terms/${row.id}` as Route} className="mono">
              {row.docNo ?? t("not_numbered")}
            </Link>,
            <DateTimeText key="at" at={row.createdAt} />,
            t(`kind.${row.kind}`),
            t(`mode.${row.afterMode}`),
            <StateBadge
              key="state"
              tone={TERM_CHANGE_TONES[row.status]}
              label={t(`status.${row.status}`)}
            />,
          ],
        }))}
      />
    </SectionCard>
  );
}
