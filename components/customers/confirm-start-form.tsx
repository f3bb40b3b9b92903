"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmStartAction } from "@/lib/customers/actions";
import { confirmStartInput } from "@/lib/customers/schema";

type Props = { id: string; rowVersion: number; startOn: string; evidence: string; today: string };

/** The section chief confirms since when the customer has bought, with what shows it. */
export function ConfirmStartForm({ id, rowVersion, startOn, evidence, today }: Props) {
  const t = useTranslations("customers");
  const action = useActionForm({
    schema: confirmStartInput,
    action: confirmStartAction,
    defaultValues: { id, rowVersion, startOn, evidence },
    successMessage: t("start.done"),
  });
  return (
    <SectionCard title={t("start.title")} clause="R1.3.1-a">
      <ActionForm {...action} label={t("start.title")}>
        <p>{t("start.intro")}</p>
        <div className="form-grid">
          <DateFormField name="startOn" label={t("start.date")} required maxDate={today} />
          <TextField
            name="evidence"
            label={t("start.evidence")}
            description={t("start.evidence_hint")}
            required
            maxLength={200}
          />
        </div>
        <div>
          <SubmitButton variant="default">{t("start.confirm")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
