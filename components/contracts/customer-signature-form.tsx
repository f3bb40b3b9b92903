"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { recordCustomerSignatureAction } from "@/lib/contracts/actions";
import { customerSignatureInput } from "@/lib/contracts/schema";

const HOWS = ["COUNTERSIGNED", "FAX", "EMAIL"] as const;

type Props = { contractId: string; rowVersion: number; today: string; hasScan: boolean };

/** The countersigned copy has come back; its scan must be attached before (R1.2.1-a). */
export function CustomerSignatureForm({ contractId, rowVersion, today, hasScan }: Props) {
  const t = useTranslations("contracts");
  const action = useActionForm({
    schema: customerSignatureInput,
    action: recordCustomerSignatureAction,
    defaultValues: { contractId, rowVersion, signedOn: today, how: "COUNTERSIGNED" },
    successMessage: t("signature.done"),
  });
  return (
    <SectionCard title={t("signature.title")} clause="R1.2.1-a">
      {hasScan ? null : <InlineNotice tone="warn">{t("signature.scan_first")}</InlineNotice>}
      <ActionForm {...action} guard={false}>
        <div className="form-grid">
          <DateFormField name="signedOn" label={t("signature.on")} required maxDate={today} />
          <SelectField
            name="how"
            label={t("signature.how")}
            required
            options={HOWS.map((value) => ({ value, label: t(`signature_hows.${value}`) }))}
          />
        </div>
        <div>
          <SubmitButton disabled={!hasScan}>{t("signature.record")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
