import { getLocale, getTranslations } from "next-intl/server";
import { DateTimeText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import type { AcknowledgementRow } from "@/lib/records/acknowledgements";
import { AcknowledgeButton } from "./acknowledge-button";
import { PaperLink } from "./paper-link";

type Props = {
  rows: readonly AcknowledgementRow[];
  /** Said when there is none; without it the panel leaves itself out. */
  emptyNotice?: boolean;
};

/** Who holds papers of a change, and whether they have taken note of it (Q38). */
export async function AcknowledgementsPanel({ rows, emptyNotice = false }: Props) {
  const [t, locale] = await Promise.all([getTranslations("changes.acknowledgements"), getLocale()]);
  if (rows.length === 0 && !emptyNotice) return null;
  return (
    <SectionCard title={t("title")} flush={rows.length > 0} id="acknowledgements">
      {rows.length === 0 ? (
        <EmptyState kind="nothing" title={t("empty_title")} text={t("empty_text")} />
      ) : (
        <PlainTable
          caption={t("title")}
          head={[t("holder"), t("paper"), t("what"), t("reason"), t("opened"), t("state")]}
          rows={rows.map((row) => ({
            id: row.id,
            quiet: row.acknowledgedAt !== null,
            cells: [
              t(`holders.${row.holder}`),
              <PaperLink key="paper" {...row} />,
              locale === "en" && row.whatEn !== "" ? row.whatEn : row.what,
              row.reason,
              <span key="opened">
                {row.openedByName} <DateTimeText at={row.openedAt} />
              </span>,
              <AcknowledgementState key="state" row={row} />,
            ],
          }))}
        />
      )}
    </SectionCard>
  );
}

/** The button for the holder, else who has taken note and when. */
async function AcknowledgementState({ row }: { row: AcknowledgementRow }) {
  const t = await getTranslations("changes.acknowledgements");
  if (row.mayAcknowledge) return <AcknowledgeButton id={row.id} />;
  if (row.acknowledgedAt === null) return t("waiting");
  return (
    <>
      {t("given", { name: row.acknowledgedByName ?? "" })} <DateTimeText at={row.acknowledgedAt} />
    </>
  );
}
