"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { informCustomerAction } from "@/lib/production/actions";
import { informCustomerInput } from "@/lib/production/schema";
import styles from "./production.module.css";

type Props = { line: { id: string; rowVersion: number }; today: string };

/** The clerk has told the customer of the delay: when, whom, how (F07). */
export function InformForm({ line, today }: Props) {
  const t = useTranslations("production");
  const action = useActionForm({
    schema: informCustomerInput,
    action: informCustomerAction,
    defaultValues: {
      taskLineId: line.id,
      rowVersion: line.rowVersion,
      informedOn: today,
      informedHow: "",
    },
  });
  return (
    <ActionForm {...action} label={t("sections.inform")} guard={false}>
      <div className="form-grid">
        <DateFormField name="informedOn" label={t("fields.informed_on")} required maxDate={today} />
        <TextField
          name="informedHow"
          label={t("fields.informed_how")}
          required
          maxLength={200}
          placeholder={t("fields.informed_how_example")}
        />
      </div>
      <div className={styles.actions}>
        <SubmitButton>{t("actions.informed")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
