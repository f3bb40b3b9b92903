"use client";
import { useTranslations } from "next-intl";
import { DateFormField } from "@/components/form/date-form-field";
import { TextAreaField, TextField } from "@/components/form/text-field";

type Props = { words: "intake.feedback" | "contracts.order.feedback" };

/** What production said when it was asked about goods that are not in stock (R1.1.2-a); a page has its own words. */
export function FeedbackFields({ words }: Props) {
  const t = useTranslations(words);
  return (
    <div className="form-grid">
      <TextField name="productionFeedback.department" label={t("department")} maxLength={40} />
      <TextField name="productionFeedback.person" label={t("person")} maxLength={40} />
      <DateFormField name="productionFeedback.on" label={t("on")} />
      <DateFormField name="productionFeedback.promisedOn" label={t("promised_on")} />
      <TextAreaField
        name="productionFeedback.content"
        label={t("content")}
        rows={1}
        wide
        maxLength={500}
      />
    </div>
  );
}
