"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { archiveContractAction } from "@/lib/changes/actions";
import { archiveContractInput } from "@/lib/changes/schema";

type Props = { contractId: string; rowVersion: number; proposed: string; today: string };

/** The file's number and date in the archive (F39); the next number is proposed and may be typed over. */
export function ArchiveForm({ contractId, rowVersion, proposed, today }: Props) {
  const t = useTranslations("changes.completion");
  const action = useActionForm({
    schema: archiveContractInput,
    action: archiveContractAction,
    defaultValues: { contractId, rowVersion, archiveNo: proposed, archivedOn: today },
    successMessage: t("archive_done"),
  });
  return (
    <ActionForm {...action}>
      <TextField name="archiveNo" label={t("archive_no")} required maxLength={40} mono />
      <DateFormField name="archivedOn" label={t("archived_on")} required />
      <div>
        <SubmitButton>{t("archive")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
