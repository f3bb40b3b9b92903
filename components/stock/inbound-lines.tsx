import { Table } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { InboundDocument, movementsOf } from "@/lib/stock/queries";

type Props = {
  lines: InboundDocument["lines"];
  movements: Awaited<ReturnType<typeof movementsOf>>;
};

/** What was delivered and received; once posted, what the product's account stood at after it. */
export function InboundLines({ lines, movements }: Props) {
  const t = useTranslations("stock");
  const balanceOf = (line: Props["lines"][number]) =>
    movements.find(
      ({ productId, batchNo, binCode }) =>
        productId === line.productId && batchNo === line.batchNo && binCode === line.binCode,
    )?.balanceAfter;
  const isPosted = movements.length > 0;
  return (
    <SectionCard title={t("inbound.lines")} flush>
      <Table.ScrollContainer minWidth={720}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("inbound.product")}</Table.Th>
              <Table.Th className="number">{t("inbound.delivered")}</Table.Th>
              <Table.Th className="number">{t("inbound.received")}</Table.Th>
              <Table.Th>{t("inbound.batch")}</Table.Th>
              <Table.Th>{t("inbound.bin")}</Table.Th>
              <Table.Th>{t("inbound.inspection_result")}</Table.Th>
              {isPosted ? (
                <Table.Th className="number">{t("columns.balance_after")}</Table.Th>
              ) : null}
              <Table.Th>{t("inbound.line_remark")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td>
                  <Link href={`/stock/${line.productId}` as Route}>
                    <span className="mono">{line.productCode}</span> {line.productName} {line.spec}
                  </Link>
                </Table.Td>
                <Table.Td className="number">
                  <QuantityText quantity={line.deliveredQty} unit={line.unit} />
                </Table.Td>
                <Table.Td className="number">
                  <QuantityText quantity={line.receivedQty} unit={line.unit} />
                </Table.Td>
                <Table.Td className="mono">{line.batchNo}</Table.Td>
                <Table.Td className="mono">{line.binCode}</Table.Td>
                <Table.Td>
                  {line.inspectionResult === "CONCESSION"
                    ? t("inspection.CONCESSION")
                    : t("inspection.QUALIFIED")}{" "}
                  {line.inspectionNo}
                </Table.Td>
                {isPosted ? (
                  <Table.Td className="number">
                    <QuantityText quantity={balanceOf(line)} unit={line.unit} />
                  </Table.Td>
                ) : null}
                <Table.Td>{line.lineRemark}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </SectionCard>
  );
}
