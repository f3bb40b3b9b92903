"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { QuantityFormField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { requestShortCloseAction } from "@/lib/changes/actions";
import type { RestRow } from "@/lib/changes/contract-ends";
import { requestShortCloseInput } from "@/lib/changes/schema";

type Props = {
  contractId: string;
  rowVersion: number;
  rests: readonly RestRow[];
  today: string;
};

/** Asks that a rest is not delivered: how much of which line, why, and who of the customer agreed when. */
export function ShortCloseForm({ contractId, rowVersion, rests, today }: Props) {
  const t = useTranslations("changes.short_close");
  const action = useActionForm({
    schema: requestShortCloseInput,
    action: requestShortCloseAction,
    defaultValues: {
      contractId,
      rowVersion,
      reason: "",
      consentNote: "",
      consentOn: today,
      quantities: Object.fromEntries(rests.map(({ id }) => [id, ""])),
    },
    successMessage: t("sent"),
  });
  return (
    <ActionForm {...action}>
      {rests.map(({ id, lineNo, product, rest, unit }) => (
        <QuantityFormField
          key={id}
          name={`quantities.${id}`}
          label={t("rest_of", { line: lineNo, product })}
          description={t("rest_at_most", { rest, unit })}
        />
      ))}
      <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={200} />
      <TextField name="consentNote" label={t("consent_note")} required maxLength={200} />
      <DateFormField name="consentOn" label={t("consent_on")} required />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
