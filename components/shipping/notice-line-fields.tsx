"use client";
import { useTranslations } from "next-intl";
import { MoneyFormField, QuantityFormField } from "@/components/form/figure-fields";
import { DateText } from "@/components/ui/date-text";
import { InlineNotice } from "@/components/ui/inline-notice";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { formatMoney, formatQuantity } from "@/lib/i18n/format";
import type { NoticeFormLine } from "@/lib/shipping/notice-form-query";
import styles from "./notice.module.css";

/** What of each contract line goes with this notice: quantities of goods, amounts of charges. */
export function NoticeLineFields({ lines }: { lines: readonly NoticeFormLine[] }) {
  const t = useTranslations("shipping");
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  const charges = lines.filter(({ lineKind }) => lineKind !== "GOODS" && lineKind !== "DISCOUNT");
  const awaitsProduction = goods.some(({ toProduce }) => toProduce !== "0");
  const awaitsPreparation = goods.some(({ unprepared }) => unprepared !== "0");
  return (
    <SectionCard title={t("sections.lines")} clause="R1.2.1-c">
      <div className="stack">
        {awaitsPreparation ? (
          <InlineNotice tone="warn">{t("hints.unprepared")}</InlineNotice>
        ) : null}
        {awaitsProduction ? <InlineNotice>{t("hints.class_b")}</InlineNotice> : null}
        <PlainTable
          caption={t("sections.lines")}
          head={[
            t("fields.product"),
            t("columns.due_on"),
            t("fields.contract_qty"),
            t("fields.noticed"),
            t("fields.rest"),
            t("fields.available"),
            t("fields.this_qty"),
          ]}
          rows={goods.map((line) => ({
            id: line.id,
            cells: [
              <NoticeProduct key="product" line={line} />,
              <DateText key="due" date={line.deliveryOn} near />,
              <QuantityText key="contract" quantity={line.contractQty} unit={line.unit} />,
              <QuantityText key="noticed" quantity={line.noticedQty} />,
              <QuantityText key="rest" quantity={line.rest} />,
              <QuantityText key="available" quantity={line.available} />,
              <div key="this" className={styles.quantity}>
                <QuantityFormField
                  name={`quantities.${line.id}`}
                  label={`${t("fields.this_qty")} ${line.productName}`}
                  unit={line.unit}
                  readOnly={line.rest === "0"}
                />
              </div>,
            ],
          }))}
        />
        {charges.length > 0 ? (
          <div className="form-grid">
            {charges.map((line) => (
              <MoneyFormField
                key={line.id}
                name={`charges.${line.id}`}
                label={line.productName}
                description={t("fields.charge_rest", { amount: formatMoney(line.chargeRest) })}
              />
            ))}
          </div>
        ) : null}
      </div>
    </SectionCard>
  );
}

function NoticeProduct({ line }: { line: NoticeFormLine }) {
  const t = useTranslations("shipping");
  return (
    <div className={styles.product}>
      <span>{line.productName}</span>
      <span className={styles.quiet}>{[line.spec, line.drawingNo].filter(Boolean).join(" ")}</span>
      {line.toProduce === "0" ? null : (
        <span className={styles.quiet}>
          {t("fields.to_produce", { quantity: formatQuantity(line.toProduce), unit: line.unit })}
        </span>
      )}
    </div>
  );
}
