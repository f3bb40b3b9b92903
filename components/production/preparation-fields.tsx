"use client";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { TaskFormData } from "@/lib/production/task-form-query";

/** The part from stock of a mixed contract: its preparation order is made, sent and signed with the notice (R1.1.3-P). */
export function PreparationFields({ data }: { data: TaskFormData }) {
  const t = useTranslations("production");
  const { stockRows, preparation, values } = data;
  if (preparation !== null) {
    return (
      <SectionCard title={t("sections.preparation")} clause="R1.1.3-P">
        <Link href={`/preparation/${preparation.id}` as Route}>
          {t("hints.preparation_exists", { number: preparation.docNo ?? t("draft_word") })}
        </Link>
      </SectionCard>
    );
  }
  if (values.preparation === null || stockRows.length === 0) return null;
  return (
    <SectionCard title={t("sections.preparation")} clause="R1.1.3-P">
      <div className="stack">
        <InlineNotice>{t("hints.mixed")}</InlineNotice>
        <PlainTable
          caption={t("sections.preparation")}
          head={[t("columns.product"), t("fields.from_stock"), t("fields.available")]}
          rows={stockRows.map((row) => ({
            id: row.id,
            cells: [
              row.productName,
              <QuantityText key="quantity" quantity={row.quantity} unit={row.unit} />,
              <QuantityText key="available" quantity={row.available} unit={row.unit} />,
            ],
          }))}
        />
        <div className="form-grid">
          <DateFormField
            name="preparation.dueOn"
            label={t("fields.preparation_due_on")}
            required
            minDate={data.today}
          />
          <TextField
            name="preparation.packingRequirement"
            label={t("fields.preparation_packing")}
            maxLength={200}
          />
        </div>
      </div>
    </SectionCard>
  );
}
