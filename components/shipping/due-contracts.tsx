import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import type { ListRow } from "@/lib/core/list-state";

type Ready = { contractId: string; contractNo: string; customerName: string; lines: number };

/** The contracts among the rows whose goods can go now, each with its button (R1.2.1-a, b). */
export function DueContracts({ rows }: { rows: readonly ListRow[] }) {
  const t = useTranslations("shipping");
  const ready = readyOf(rows);
  if (ready.length === 0) return null;
  return (
    <SectionCard title={t("due.start_title")} clause="R1.2.1-b" flush>
      <PlainTable
        caption={t("due.start_title")}
        head={[t("columns.contract_no"), t("columns.customer"), t("columns.situation"), ""]}
        rows={ready.map(({ contractId, contractNo, customerName, lines }) => ({
          id: contractId,
          cells: [
            <span key="no" className="mono">
              {contractNo}
            </span>,
            customerName,
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

function readyOf(rows: readonly ListRow[]): Ready[] {
  const found = new Map<string, Ready>();
  for (const row of rows) {
    if (row.situation !== "SHIP" && row.situation !== "SHORT") continue;
    const contractId = String(row.contractId);
    const so = found.get(contractId);
    found.set(contractId, {
      contractId,
      contractNo: String(row.contractNo),
      customerName: String(row.customerName),
      lines: (so?.lines ?? 0) + 1,
    });
  }
  return [...found.values()];
}
