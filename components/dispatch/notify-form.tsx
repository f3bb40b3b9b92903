"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { notifyCourierAction } from "@/lib/dispatch/actions";
import { notifyCourierInput } from "@/lib/dispatch/schema";
import type { WaybillDetail } from "@/lib/dispatch/waybill-queries";
import styles from "./dispatch.module.css";

type Props = {
  waybill: Pick<WaybillDetail, "id" | "rowVersion" | "courier">;
  isUnsaved: boolean;
  /** What this screen itself saved last: typing the contact before must not make it stale. */
  savedVersion: number;
};

/** Whom we told to come for the parcel; the moment and the person are recorded (R1.2.2-h). */
export function NotifyForm({ waybill, isUnsaved, savedVersion }: Props) {
  const t = useTranslations("dispatch.waybill");
  const { hotline, monthlyAccountNo, lastContact } = waybill.courier;
  const state = useActionForm({
    schema: notifyCourierInput,
    action: (input, key) =>
      notifyCourierAction({ ...input, rowVersion: Math.max(input.rowVersion, savedVersion) }, key),
    defaultValues: {
      waybillId: waybill.id,
      rowVersion: waybill.rowVersion,
      courierContact: lastContact,
    },
    successMessage: t("notified"),
  });
  return (
    <ActionForm {...state} label={t("notify_title")}>
      {hotline || monthlyAccountNo ? (
        <div className={styles.row}>
          {hotline ? <a href={`tel:${hotline}`}>{t("hotline", { phone: hotline })}</a> : null}
          {monthlyAccountNo ? <span>{t("monthly", { account: monthlyAccountNo })}</span> : null}
        </div>
      ) : null}
      <div className="form-grid">
        <TextField
          name="courierContact"
          label={t("contact")}
          description={t("contact_hint")}
          required
          maxLength={60}
        />
      </div>
      {isUnsaved ? <InlineNotice tone="warn">{t("save_first")}</InlineNotice> : null}
      <div className={styles.spread}>
        <SubmitButton disabled={isUnsaved}>{t("notify")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
