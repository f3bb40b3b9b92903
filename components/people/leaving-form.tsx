"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { deactivatePersonAction } from "@/lib/people/actions";
import type { PersonChoice } from "@/lib/people/queries";
import { deactivatePersonInput } from "@/lib/people/schema";

type Props = {
  personId: string;
  rowVersion: number;
  successors: readonly PersonChoice[];
  needsSuccessor: boolean;
};

/** Who takes over, and why; the rest happens in one act. */
export function LeavingForm({ personId, rowVersion, successors, needsSuccessor }: Props) {
  const t = useTranslations("people");
  const tr = useTranslations("roles.role");
  const action = useActionForm({
    schema: deactivatePersonInput,
    action: deactivatePersonAction,
    defaultValues: { personId, rowVersion, successorId: null, reason: "" },
    successMessage: t("leaving.done"),
  });
  return (
    <ActionForm {...action} label={t("leaving.title")}>
      <div className="form-grid">
        <SelectField
          name="successorId"
          label={t("leaving.successor")}
          description={t("leaving.successor_hint")}
          required={needsSuccessor}
          options={successors.map(({ id, displayName, role }) => ({
            value: id,
            label: `${displayName} · ${tr(role)}`,
          }))}
        />
        <TextField name="reason" label={t("fields.reason")} required maxLength={200} />
      </div>
      <div>
        <SubmitButton variant="outline" color="red">
          {t("leaving.button")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
