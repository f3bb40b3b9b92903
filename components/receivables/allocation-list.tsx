import { Table } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import type { ReceiptDocument } from "@/lib/receivables/queries";
import styles from "./allocation-fields.module.css";

/** Where the money of a receipt was stated to go. */
export function AllocationList({ allocations }: Pick<ReceiptDocument, "allocations">) {
  const t = useTranslations("receivables");
  return (
    <SectionCard title={t("allocations.title")} clause="R1.3.2-b" flush={allocations.length > 0}>
      {allocations.length === 0 ? (
        <p className={styles.hint}>{t("allocations.none")}</p>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("allocations.target")}</Table.Th>
              <Table.Th>{t("allocations.kind")}</Table.Th>
              <Table.Th className="number">{t("allocations.amount")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {allocations.map(({ id, contractId, contractNo, slipNo, kind, amount }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  {contractId ? (
                    <Link href={`/contracts/${contractId}` as Route}>
                      {t("allocations.to_contract", { number: contractNo })}
                    </Link>
                  ) : (
                    t("allocations.to_delivery", { number: slipNo })
                  )}
                </Table.Td>
                <Table.Td>{t(`kinds.${kind}`)}</Table.Td>
                <Table.Td className="number">
                  <MoneyText amount={amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SectionCard>
  );
}
