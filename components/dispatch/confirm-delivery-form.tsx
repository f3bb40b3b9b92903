"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type * as z from "zod";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmDeliveryAction } from "@/lib/dispatch/actions";
import { CONTACT_CHANNELS, RECEIPT_RESULTS } from "@/lib/dispatch/labels";
import { confirmDeliveryInput } from "@/lib/dispatch/schema";
import { ContactedAtField } from "./contacted-at-field";
import styles from "./dispatch.module.css";

type Values = z.input<typeof confirmDeliveryInput>;
type Props = {
  logEntryId: string;
  contactName: string;
  contactPhone: string;
  /** The moment at which the page was made, ISO with the factory's offset. */
  now: string;
};

/** One contact with the customer: how, with whom, what came of it (R1.2.3-d, F14). */
export function ConfirmDeliveryForm({ logEntryId, contactName, contactPhone, now }: Props) {
  const t = useTranslations("dispatch");
  const state = useActionForm({
    schema: confirmDeliveryInput,
    action: confirmDeliveryAction,
    defaultValues: {
      logEntryId,
      contactedAt: now,
      channel: "PHONE",
      contactName,
      contactPhone,
      result: "RECEIVED_OK",
      receivedOn: "",
      receivedByName: "",
      problem: "",
      action: "",
    },
    successMessage: t("follow_up.recorded"),
  });
  return (
    <ActionForm {...state} label={t("follow_up.record_title")}>
      <div className="form-grid">
        <ContactedAtField name="contactedAt" label={t("follow_up.contacted_at")} />
        <SelectField
          name="channel"
          label={t("follow_up.channel")}
          required
          options={CONTACT_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
        />
        <TextField name="contactName" label={t("follow_up.contact_name")} required maxLength={40} />
        <TextField
          name="contactPhone"
          label={t("follow_up.contact_phone")}
          type="tel"
          required
          maxLength={40}
        />
      </div>
      <RadioField
        name="result"
        label={t("follow_up.result")}
        required
        options={RECEIPT_RESULTS.map((value) => ({ value, label: t(`results.${value}`) }))}
      />
      <ResultFields />
      <div className={styles.spread}>
        <SubmitButton>{t("follow_up.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function ResultFields() {
  const t = useTranslations("dispatch.follow_up");
  const result = useWatch<Values, "result">({ name: "result" });
  const hasArrived = result === "RECEIVED_OK" || result === "RECEIVED_WITH_PROBLEM";
  if (!hasArrived) return <InlineNotice>{t("again_note")}</InlineNotice>;
  return (
    <div className="form-grid">
      <DateFormField name="receivedOn" label={t("received_on")} required />
      <TextField name="receivedByName" label={t("received_by")} required maxLength={40} />
      {result === "RECEIVED_WITH_PROBLEM" ? (
        <>
          <TextAreaField name="problem" label={t("problem_text")} required maxLength={500} wide />
          <TextAreaField name="action" label={t("action")} required maxLength={500} wide />
          <div className="span-all">
            <InlineNotice tone="warn">{t("problem_note")}</InlineNotice>
          </div>
        </>
      ) : null}
    </div>
  );
}
