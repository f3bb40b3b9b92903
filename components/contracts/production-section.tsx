"use client";
import { useTranslations } from "next-intl";
import { FeedbackFields } from "@/components/intake/feedback-fields";
import { SectionCard } from "@/components/ui/section-card";

/** What production answered before anything was promised; asked for when stock does not cover the order (R1.1.2-a). */
export function ProductionSection() {
  const t = useTranslations("contracts.order");
  return (
    <SectionCard title={t("production")} clause="R1.1.2-a">
      <FeedbackFields words="contracts.order.feedback" />
    </SectionCard>
  );
}
