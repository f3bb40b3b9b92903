import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import type { ReadyContracts } from "@/lib/shipping/due-list";

/** The contracts whose goods can go now, each with its button; the earliest first (R1.2.1-a, b). */
export function DueContracts({ ready: { contracts, total } }: { ready: ReadyContracts }) {
  const t = useTranslations("shipping");
  if (total === 0) return null;
  return (
    <SectionCard
      title={t("due.start_title")}
      clause="R1.2.1-b"
      aside={t("due.shown_of", { shown: contracts.length, total })}
      flush
    >
      <PlainTable
        caption={t("due.start_title")}
        head={[
          t("columns.contract_no"),
          t("columns.customer"),
          t("columns.due_on"),
          t("columns.situation"),
          "",
        ]}
        rows={contracts.map(({ contractId, contractNo, customerName, dueOn, lines }) => ({
          id: contractId,
          cells: [
            <span key="no" className="mono">
              {contractNo}
            </span>,
            customerName,
            <DateText key="due" date={dueOn} near />,
            t("due.line_count", { count: lines }),
            <ButtonLink
              key="write"
              href={`/shipping/notices/new?contract=${contractId}`}
              size="compact-sm"
              aria-label={t("due.for_contract", { contractNo })}
            >
              {t("due.write_notice")}
            </ButtonLink>,
          ],
        }))}
      />
    </SectionCard>
  );
}
