"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { requestEndAction } from "@/lib/contracts/actions";
import { requestEndInput } from "@/lib/contracts/schema";

type Props = {
  contractId: string;
  rowVersion: number;
  kinds: readonly ("VOID" | "TERMINATE" | "WAIVE_SIGNATURE")[];
};

/** Asks the director, with a reason. */
export function RequestEndForm({ contractId, rowVersion, kinds }: Props) {
  const t = useTranslations("contracts");
  const action = useActionForm({
    schema: requestEndInput,
    action: requestEndAction,
    defaultValues: { contractId, rowVersion, kind: kinds[0] ?? "VOID", reason: "" },
    successMessage: t("requests.sent"),
  });
  return (
    <ActionForm {...action}>
      <RadioField
        name="kind"
        label={t("requests.kind")}
        required
        options={kinds.map((value) => ({ value, label: t(`request_kinds.${value}`) }))}
      />
      <TextAreaField name="reason" label={t("requests.reason")} required rows={2} maxLength={200} />
      <div>
        <SubmitButton>{t("requests.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
