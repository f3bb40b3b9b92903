"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { closeIntakeAction } from "@/lib/intake/actions";
import { closeIntakeInput, OUTCOMES } from "@/lib/intake/schema";

type Props = { intakeId: string; rowVersion: number };

/** A record is never deleted: it ends with an outcome and a reason (R1.1.1-d). */
export function CloseIntakeForm({ intakeId, rowVersion }: Props) {
  const t = useTranslations("intake");
  const action = useActionForm({
    schema: closeIntakeInput,
    action: closeIntakeAction,
    defaultValues: { intakeId, rowVersion, outcome: "CLOSED", reason: "" },
    successMessage: t("close.done"),
  });
  return (
    <SectionCard title={t("close.title")} clause="R1.1.1-d">
      <ActionForm {...action} guard={false}>
        <div className="form-grid">
          <SelectField
            name="outcome"
            label={t("outcome_label")}
            required
            options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
          <TextField name="reason" label={t("close.reason")} required maxLength={200} />
        </div>
        <div>
          <SubmitButton variant="default">{t("close.button")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
