"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { recordDepartureAction } from "@/lib/dispatch/actions";
import { departInput } from "@/lib/dispatch/schema";
import styles from "./dispatch.module.css";

type Props = { packingListId: string; rowVersion: number };

/** The keeper sees our own car leave: this ships the goods (rules 5.6). */
export function DepartureForm({ packingListId, rowVersion }: Props) {
  const t = useTranslations("dispatch.next");
  const state = useActionForm({
    schema: departInput,
    action: recordDepartureAction,
    defaultValues: { packingListId, rowVersion, driverName: "", vehicleNo: "" },
    successMessage: t("departure_done"),
  });
  return (
    <ActionForm {...state} label={t("departure_submit")}>
      <p>{t("departure_intro")}</p>
      <div className="form-grid">
        <TextField name="driverName" label={t("driver")} required maxLength={40} />
        <TextField name="vehicleNo" label={t("vehicle")} required maxLength={20} mono />
      </div>
      <div className={styles.spread}>
        <SubmitButton>{t("departure_submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
