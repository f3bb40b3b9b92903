"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { recordPickUpAction } from "@/lib/dispatch/actions";
import { pickUpInput } from "@/lib/dispatch/schema";
import styles from "./dispatch.module.css";

type Props = { packingListId: string; rowVersion: number };

/** Who takes the goods, known by name and identity: this ships them (rules 5.6). */
export function PickUpForm({ packingListId, rowVersion }: Props) {
  const t = useTranslations("dispatch.next");
  const state = useActionForm({
    schema: pickUpInput,
    action: recordPickUpAction,
    defaultValues: {
      packingListId,
      rowVersion,
      receiverName: "",
      receiverIdNo: "",
      receiverPhone: "",
      vehicleNo: "",
    },
    successMessage: t("pickup_done"),
  });
  return (
    <ActionForm {...state} label={t("pickup_submit")}>
      <p>{t("pickup_intro")}</p>
      <div className="form-grid">
        <TextField name="receiverName" label={t("receiver_name")} required maxLength={40} />
        <TextField name="receiverIdNo" label={t("receiver_id")} required maxLength={40} mono />
        <TextField
          name="receiverPhone"
          label={t("receiver_phone")}
          type="tel"
          required
          maxLength={40}
        />
        <TextField name="vehicleNo" label={t("vehicle")} maxLength={20} mono />
      </div>
      <div className={styles.spread}>
        <SubmitButton>{t("pickup_submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
