"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { remarkLogEntryAction } from "@/lib/dispatch/actions";
import { remarkLogInput } from "@/lib/dispatch/schema";
import styles from "./dispatch.module.css";

type Props = { logEntryId: string; rowVersion: number; remark: string };

/** The only thing of the shipping log that a clerk writes (F13). */
export function RemarkForm({ logEntryId, rowVersion, remark }: Props) {
  const t = useTranslations("dispatch.log");
  const state = useActionForm({
    schema: remarkLogInput,
    action: remarkLogEntryAction,
    defaultValues: { logEntryId, rowVersion, remark },
  });
  return (
    <ActionForm {...state} label={t("remark_title")}>
      <TextAreaField name="remark" label={t("remark")} rows={2} maxLength={500} />
      <div className={styles.spread}>
        <SubmitButton variant="default" disabled={!state.form.formState.isDirty}>
          {t("save_remark")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
