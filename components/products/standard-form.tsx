"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, type Choice, SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { decideStandardAction } from "@/lib/products/actions";
import type { ProductView } from "@/lib/products/queries";
import { decideStandardInput } from "@/lib/products/schema";

type Props = {
  product: Pick<
    ProductView,
    "id" | "rowVersion" | "isStandard" | "firstProducedOn" | "specialistId"
  >;
  specialists: readonly Choice[];
};

/** What technicians decide about a product (Q45). */
export function StandardForm({ product, specialists }: Props) {
  const t = useTranslations("products");
  const { id, rowVersion, isStandard, firstProducedOn, specialistId } = product;
  const action = useActionForm({
    schema: decideStandardInput,
    action: decideStandardAction,
    defaultValues: { id, rowVersion, isStandard, firstProducedOn, specialistId },
  });
  return (
    <SectionCard title={t("sections.standard")}>
      <ActionForm {...action} label={t("sections.standard")}>
        <div className="form-grid">
          <CheckboxField
            name="isStandard"
            label={t("fields.is_standard")}
            description={t("hints.is_standard")}
          />
          <DateFormField
            name="firstProducedOn"
            label={t("fields.first_produced_on")}
            description={t("hints.first_produced_on")}
          />
          <SelectField name="specialistId" label={t("fields.specialist")} options={specialists} />
        </div>
        <div>
          <SubmitButton>{t("actions.decide")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
