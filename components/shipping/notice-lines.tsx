import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/money-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { NoticeLineView } from "@/lib/shipping/notice-queries";
import styles from "./notice.module.css";

type Props = { lines: readonly NoticeLineView[]; totalAmount: string | null; seesPrices: boolean };

/** The lines of a notice and how far slips have come with them. */
export function NoticeLines({ lines, totalAmount, seesPrices }: Props) {
  const t = useTranslations("shipping");
  const shown = seesPrices ? lines : lines.filter(({ isCharge }) => !isCharge);
  const quantity = (line: NoticeLineView, value: string) =>
    line.isCharge ? "" : <QuantityText quantity={value} unit={line.unit} />;
  return (
    <SectionCard
      title={t("sections.lines")}
      flush
      {...(totalAmount === null ? {} : { aside: <MoneyText amount={totalAmount} symbol bold /> })}
    >
      <PlainTable
        caption={t("sections.lines")}
        head={[
          t("fields.line_no"),
          t("fields.product"),
          t("fields.contract_qty"),
          t("fields.this_qty"),
          t("fields.on_slips"),
          t("fields.posted"),
          ...(seesPrices ? [t("fields.amount")] : []),
        ]}
        rows={shown.map((line) => ({
          id: line.id,
          cells: [
            line.lineNo,
            <SlipProduct key="product" {...line} />,
            quantity(line, line.contractQty),
            quantity(line, line.quantity),
            quantity(line, line.slippedQty),
            quantity(line, line.postedQty),
            ...(seesPrices ? [<MoneyText key="amount" amount={line.amount} />] : []),
          ],
        }))}
      />
    </SectionCard>
  );
}

type Product = Pick<NoticeLineView, "productCode" | "productName" | "spec" | "drawingNo">;

/** Name with code, specification and drawing under it. */
export function SlipProduct({ productCode, productName, spec, drawingNo }: Product) {
  return (
    <div className={styles.product}>
      <span>{productName}</span>
      <span className={styles.quiet}>
        {[productCode, spec, drawingNo].filter(Boolean).join(" ")}
      </span>
    </div>
  );
}
