import { useTranslations } from "next-intl";
import { MoneyText, UnitPriceText } from "@/components/ui/money-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { SlipLineView } from "@/lib/shipping/slip-queries";
import { SlipProduct } from "./notice-lines";

type Props = { lines: readonly SlipLineView[]; totalAmount: string | null; seesPrices: boolean };

/** What was asked for, what was issued, from where; prices for those who may see them (Q39). */
export function SlipLines({ lines, totalAmount, seesPrices }: Props) {
  const t = useTranslations("shipping");
  const shown = seesPrices ? lines : lines.filter(({ isCharge }) => !isCharge);
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
          t("fields.requested"),
          t("fields.issued"),
          t("fields.bin"),
          ...(seesPrices ? [t("fields.unit_price"), t("fields.amount")] : []),
        ]}
        rows={shown.map((line) => ({
          id: line.id,
          cells: [
            line.lineNo,
            <SlipProduct key="product" {...line} />,
            line.isCharge ? (
              ""
            ) : (
              <QuantityText key="asked" quantity={line.requestedQty} unit={line.unit} />
            ),
            line.isCharge ? (
              ""
            ) : (
              <QuantityText key="issued" quantity={line.issuedQty} unit={line.unit} />
            ),
            [line.binCode, line.batchNo].filter(Boolean).join(" "),
            ...(seesPrices
              ? [
                  line.isCharge ? "" : <UnitPriceText key="price" price={line.unitPrice} />,
                  <MoneyText key="amount" amount={line.amount} />,
                ]
              : []),
          ],
        }))}
      />
    </SectionCard>
  );
}
