import { Table } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { MoneyText } from "@/components/ui/money-text";
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
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("columns.source_no")}</Table.Th>
                <Table.Th>{t("columns.contract_no")}</Table.Th>
                <Table.Th>{t("ledger.posted_on")}</Table.Th>
                <Table.Th>{t("columns.due_on")}</Table.Th>
                <Table.Th className="number">{t("ledger.amount")}</Table.Th>
                <Table.Th className="number">{t("columns.open")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((item) => (
                <Table.Tr key={item.receivableId}>
                  <Table.Td className="mono">{item.sourceNo}</Table.Td>
                  <Table.Td className="mono">{item.contractNo}</Table.Td>
                  <Table.Td>
                    <DateText date={item.postedOn} />
                  </Table.Td>
                  <Table.Td>
                    <DateText date={item.dueOn} near />{" "}
                    {item.disputedOn ? (
                      <StateBadge tone="pending" label={t("ledger.disputed")} />
                    ) : item.isOverdue ? (
                      <StateBadge tone="problem" label={t("ledger.overdue_mark")} />
                    ) : null}
                  </Table.Td>
                  <Table.Td className="number">
                    <MoneyText amount={item.amount} />
                  </Table.Td>
                  <Table.Td className="number">
                    <MoneyText amount={item.open} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </SectionCard>
  );
}
