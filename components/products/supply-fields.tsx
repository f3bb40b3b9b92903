"use client";
import { useTranslations } from "next-intl";
import { FigureField, QuantityFormField } from "@/components/form/figure-fields";

/** What the plan and the stock card go by. */
export function SupplyFields() {
  const t = useTranslations("products.fields");
  const tw = useTranslations("common.words");
  return (
    <div className="form-grid">
      <QuantityFormField name="minStock" label={t("min_stock")} />
      <QuantityFormField name="maxStock" label={t("max_stock")} />
      <FigureField name="leadTimeDays" label={t("lead_time_days")} unit={tw("unit_day")} />
    </div>
  );
}
