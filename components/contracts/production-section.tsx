"use client";
import { useTranslations } from "next-intl";
import { DateFormField } from "@/components/form/date-form-field";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { SectionCard } from "@/components/ui/section-card";

/** What production answered before anything was promised; asked for when stock does not cover the order (R1.1.2-a). */
export function ProductionSection() {
  const t = useTranslations("contracts.order");
  return (
    <SectionCard title={t("production")} clause="R1.1.2-a">
      <div className="form-grid">
        <TextField
          name="productionFeedback.department"
          label={t("feedback.department")}
          maxLength={40}
        />
        <TextField name="productionFeedback.person" label={t("feedback.person")} maxLength={40} />
        <DateFormField name="productionFeedback.on" label={t("feedback.on")} />
        <DateFormField name="productionFeedback.promisedOn" label={t("feedback.promised_on")} />
        <TextAreaField
          name="productionFeedback.content"
          label={t("feedback.content")}
          rows={1}
          wide
          maxLength={500}
        />
      </div>
    </SectionCard>
  );
}
