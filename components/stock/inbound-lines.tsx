import { TableTbody, TableTd, TableTh, TableThead, TableTr } from "@mantine/core";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { QuantityText } from "@/components/ui/quantity-text";
import { ScrollingTable } from "@/components/ui/scrolling-table";
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
      <ScrollingTable label={t("inbound.lines")} minWidth={720}>
        <TableThead>
          <TableTr>
            <TableTh>{t("inbound.product")}</TableTh>
            <TableTh className="number">{t("inbound.delivered")}</TableTh>
            <TableTh className="number">{t("inbound.received")}</TableTh>
            <TableTh>{t("inbound.batch")}</TableTh>
            <TableTh>{t("inbound.bin")}</TableTh>
            <TableTh>{t("inbound.inspection_result")}</TableTh>
            {isPosted ? <TableTh className="number">{t("columns.balance_after")}</TableTh> : null}
            <TableTh>{t("inbound.line_remark")}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {lines.map((line) => (
            <TableTr key={line.id}>
              <TableTd>
                <Link href={`/stock/${line.productId}` as Route}>
                  <span className="mono">{line.productCode}</span> {line.productName} {line.spec}
                </Link>
              </TableTd>
              <TableTd className="number">
                <QuantityText quantity={line.deliveredQty} unit={line.unit} />
              </TableTd>
              <TableTd className="number">
                <QuantityText quantity={line.receivedQty} unit={line.unit} />
              </TableTd>
              <TableTd className="mono">{line.batchNo}</TableTd>
              <TableTd className="mono">{line.binCode}</TableTd>
              <TableTd>
                {line.inspectionResult === "CONCESSION"
                  ? t("inspection.CONCESSION")
                  : t("inspection.QUALIFIED")}{" "}
                {line.inspectionNo}
              </TableTd>
              {isPosted ? (
                <TableTd className="number">
                  <QuantityText quantity={balanceOf(line)} unit={line.unit} />
                </TableTd>
              ) : null}
              <TableTd>{line.lineRemark}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </ScrollingTable>
    </SectionCard>
  );
}
