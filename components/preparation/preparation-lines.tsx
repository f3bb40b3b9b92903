import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { PreparationLineView } from "@/lib/preparation/queries";
import styles from "./preparation.module.css";

/** The lines of an order and what of them is ready. */
export function PreparationLines({ lines }: { lines: readonly PreparationLineView[] }) {
  const t = useTranslations("preparation");
  const anyReleased = lines.some(({ releasedQty }) => releasedQty !== "0");
  return (
    <SectionCard title={t("sections.lines")} clause="R1.1.3-P" flush>
      <PlainTable
        caption={t("sections.lines")}
        head={[
          t("fields.line_no"),
          t("fields.product"),
          t("fields.prepare_qty"),
          ...(anyReleased ? [t("fields.released_qty")] : []),
          t("fields.prepared_qty"),
          t("fields.bin"),
        ]}
        rows={lines.map((line) => ({
          id: line.id,
          cells: [
            line.lineNo,
            <LineProduct key="product" {...line} />,
            <QuantityText key="asked" quantity={line.prepareQty} unit={line.unit} />,
            ...(anyReleased
              ? [<QuantityText key="released" quantity={line.releasedQty} unit={line.unit} />]
              : []),
            line.preparedQty === null ? (
              "—"
            ) : (
              <QuantityText key="ready" quantity={line.preparedQty} unit={line.unit} bold />
            ),
            line.binCode || "—",
          ],
        }))}
      />
    </SectionCard>
  );
}

type Product = Pick<PreparationLineView, "productCode" | "productName" | "spec" | "drawingNo">;

/** Name with code, specification and drawing under it. */
export function LineProduct({ productCode, productName, spec, drawingNo }: Product) {
  return (
    <div className={styles.product}>
      <span>{productName}</span>
      <span className={styles.quiet}>
        {[productCode, spec, drawingNo].filter(Boolean).join(" ")}
      </span>
    </div>
  );
}
