import { useTranslations } from "next-intl";
import { MoneyText, UnitPriceText } from "@/components/ui/money-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { WalkInDetail, WalkInLineView } from "@/lib/walkin/queries";

/** What is asked, what each side counted, what it costs. */
export function WalkInLines({ walkIn }: { walkIn: WalkInDetail }) {
  const t = useTranslations("walkin");
  const priced = walkIn.seesPrices;
  return (
    <SectionCard title={t("sections.lines")} clause="R1.2.4-a" flush>
      <PlainTable
        caption={t("sections.lines")}
        head={[
          t("lines.no"),
          t("lines.product"),
          t("lines.wanted"),
          t("lines.keeper"),
          t("lines.clerk"),
          ...(priced ? [t("lines.price"), t("lines.amount")] : []),
        ]}
        rows={walkIn.lines.map((line) => ({
          id: line.id,
          cells: [
            line.lineNo,
            <WalkInProduct key="product" line={line} />,
            <QuantityText key="wanted" quantity={line.quantity} unit={line.unit} />,
            <Count key="keeper" counted={line.countedByKeeper} line={line} />,
            <Count key="clerk" counted={line.countedByClerk} line={line} />,
            ...(priced
              ? [
                  <UnitPriceText key="price" price={line.unitPrice ?? "0"} />,
                  <MoneyText key="amount" amount={line.amount ?? "0"} />,
                ]
              : []),
          ],
        }))}
      />
    </SectionCard>
  );
}

export function WalkInProduct({ line }: { line: WalkInLineView }) {
  return (
    <span>
      <span className="mono">{line.productCode}</span> {line.productName} {line.spec}
    </span>
  );
}

function Count({ counted, line }: { counted: string | null; line: WalkInLineView }) {
  if (counted === null) return null;
  const isOther = counted !== line.quantity;
  const text = <QuantityText quantity={counted} unit={line.unit} />;
  return isOther ? <strong>{text}</strong> : text;
}
