"use client";
import { useTranslations } from "next-intl";
import { TextAreaField, TextField } from "@/components/form/text-field";

/** What the customer uses our products for. */
export function UsageFields() {
  const t = useTranslations("customers.fields");
  return (
    <div className="form-grid">
      <TextAreaField name="productUsage" label={t("product_usage")} maxLength={500} rows={2} wide />
      <TextField name="firstQty" label={t("first_qty")} maxLength={80} />
      <TextField name="futureQty" label={t("future_qty")} maxLength={80} />
      <TextAreaField name="previousUse" label={t("previous_use")} maxLength={500} rows={2} wide />
      <TextField name="competitors" label={t("competitors")} maxLength={200} wide />
    </div>
  );
}
