"use client";
import { useTranslations } from "next-intl";
import { TextAreaField } from "@/components/form/text-field";
import { SectionCard } from "@/components/ui/section-card";

/** What belongs nowhere else. */
export function RemarkSection() {
  const t = useTranslations("contracts");
  return (
    <SectionCard title={t("remark")}>
      <TextAreaField name="remark" label={t("order.remark_label")} rows={1} maxLength={1000} />
    </SectionCard>
  );
}
