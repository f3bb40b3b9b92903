"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";

/** Finance confirms what it enters: the bank is the other party (rules 5.9). */
export function ConfirmNowFields({ today }: { today: string }) {
  const t = useTranslations("receivables.form");
  const [confirmNow, channel] = useWatch({ name: ["confirmNow", "receipt.channel"] });
  return (
    <div className="form-grid">
      <CheckboxField name="confirmNow" label={t("confirm_now")} wide />
      {confirmNow ? (
        <DateFormField name="creditedOn" label={t("credited_on")} required maxDate={today} />
      ) : null}
      {confirmNow && channel === "COMMERCIAL_ACCEPTANCE" ? (
        <TextField
          name="overrideReason"
          label={t("override")}
          description={t("override_hint")}
          maxLength={200}
        />
      ) : null}
    </div>
  );
}
