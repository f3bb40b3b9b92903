import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from "@mantine/core";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
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
        <Table horizontalSpacing="md">
          <TableThead>
            <TableTr>
              <TableTh>{t("allocations.target")}</TableTh>
              <TableTh>{t("allocations.kind")}</TableTh>
              <TableTh className="number">{t("allocations.amount")}</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {allocations.map(({ id, contractId, contractNo, slipNo, kind, amount }) => (
              <TableTr key={id}>
                <TableTd>
                  {contractId ? (
                    <Link href={`/contracts/${contractId}` as Route}>
                      {t("allocations.to_contract", { number: contractNo })}
                    </Link>
                  ) : (
                    t("allocations.to_delivery", { number: slipNo })
                  )}
                </TableTd>
                <TableTd>{t(`kinds.${kind}`)}</TableTd>
                <TableTd className="number">
                  <MoneyText amount={amount} />
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      )}
    </SectionCard>
  );
}
