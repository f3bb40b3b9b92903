"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { correctWaybillAction } from "@/lib/dispatch/actions";
import { correctWaybillInput } from "@/lib/dispatch/schema";
import type { WaybillDetail } from "@/lib/dispatch/waybill-queries";
import styles from "./dispatch.module.css";
import { WaybillNoHint } from "./waybill-no-hint";

type Props = {
  waybill: Pick<
    WaybillDetail,
    "id" | "rowVersion" | "waybillNo" | "courierContact" | "remark" | "courier" | "courierName"
  >;
};

/** A wrong number, contact or remark after the hand-over, with the reason on record (rules 5.12). */
export function CorrectForm({ waybill }: Props) {
  const t = useTranslations("dispatch.waybill");
  const state = useActionForm({
    schema: correctWaybillInput,
    action: correctWaybillAction,
    defaultValues: {
      waybillId: waybill.id,
      rowVersion: waybill.rowVersion,
      waybillNo: waybill.waybillNo,
      courierContact: waybill.courierContact,
      remark: waybill.remark,
      reason: "",
    },
    successMessage: t("corrected"),
  });
  return (
    <ActionForm {...state} label={t("correct_title")}>
      <p className={styles.quiet}>{t("correct_note")}</p>
      <div className="form-grid">
        <div>
          <TextField name="waybillNo" label={t("number")} required maxLength={40} mono />
          <WaybillNoHint
            courierName={waybill.courierName}
            pattern={waybill.courier.waybillPattern}
          />
        </div>
        <TextField name="courierContact" label={t("contact")} required maxLength={60} />
        <TextField name="reason" label={t("reason")} required maxLength={200} />
        <TextAreaField name="remark" label={t("remark")} rows={1} maxLength={1000} />
      </div>
      <div className={styles.spread}>
        <SubmitButton variant="default" disabled={!state.form.formState.isDirty}>
          {t("correct")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
