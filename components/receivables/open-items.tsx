import { TableTbody, TableTd, TableTh, TableThead, TableTr } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { MoneyText } from "@/components/ui/money-text";
import { ScrollingTable } from "@/components/ui/scrolling-table";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { LedgerAccount } from "@/lib/receivables/queries";
import styles from "./allocation-fields.module.css";

/** The deliveries that are not paid, oldest due first. */
export function OpenItems({ items }: { items: LedgerAccount["openItems"] }) {
  const t = useTranslations("receivables");
  return (
    <SectionCard title={t("ledger.open_items")} flush={items.length > 0}>
      {items.length === 0 ? (
        <p className={styles.hint}>{t("ledger.no_open")}</p>
      ) : (
        <ScrollingTable label={t("ledger.open_items")} minWidth={560}>
          <TableThead>
            <TableTr>
              <TableTh>{t("columns.source_no")}</TableTh>
              <TableTh>{t("columns.contract_no")}</TableTh>
              <TableTh>{t("ledger.posted_on")}</TableTh>
              <TableTh>{t("columns.due_on")}</TableTh>
              <TableTh className="number">{t("ledger.amount")}</TableTh>
              <TableTh className="number">{t("columns.open")}</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {items.map((item) => (
              <TableTr key={item.receivableId}>
                <TableTd className="mono">{item.sourceNo}</TableTd>
                <TableTd className="mono">{item.contractNo}</TableTd>
                <TableTd>
                  <DateText date={item.postedOn} />
                </TableTd>
                <TableTd>
                  <DateText date={item.dueOn} near />{" "}
                  {item.disputedOn ? (
                    <StateBadge tone="pending" label={t("ledger.disputed")} />
                  ) : item.isOverdue ? (
                    <StateBadge tone="problem" label={t("ledger.overdue_mark")} />
                  ) : null}
                </TableTd>
                <TableTd className="number">
                  <MoneyText amount={item.amount} />
                </TableTd>
                <TableTd className="number">
                  <MoneyText amount={item.open} />
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </ScrollingTable>
      )}
    </SectionCard>
  );
}
