"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMoney } from "@/lib/i18n/format";
import type { WaitingNotice } from "@/lib/receivables/queries";
import { confirmReceiptInput } from "@/lib/receivables/schema";
import { confirmReceiptAction } from "@/lib/shipping/actions";
import styles from "./allocation-fields.module.css";

type Props = {
  receiptId: string;
  rowVersion: number;
  today: string;
  /** A commercial acceptance before its maturity needs finance's reason (Q19). */
  needsOverride: boolean;
  waiting: readonly WaitingNotice[];
};

/** Finance confirms that the money is in (R1.3.1-P1), and sees what this will free. */
export function ConfirmPanel({ receiptId, rowVersion, today, needsOverride, waiting }: Props) {
  const t = useTranslations("receivables");
  const action = useActionForm({
    schema: confirmReceiptInput,
    action: confirmReceiptAction,
    defaultValues: { receiptId, rowVersion, creditedOn: today, comment: "", overrideReason: "" },
    successMessage: t("detail.confirmed"),
  });
  return (
    <SectionCard title={t("detail.confirm_title")} clause="R1.3.1-P1">
      <ActionForm {...action} label={t("detail.confirm_title")} guard={false}>
        <div className="form-grid">
          <DateFormField name="creditedOn" label={t("form.credited_on")} required maxDate={today} />
          <TextField name="comment" label={t("detail.comment")} maxLength={500} />
          {needsOverride ? (
            <TextField
              name="overrideReason"
              label={t("form.override")}
              description={t("form.override_hint")}
              maxLength={200}
              wide
            />
          ) : null}
        </div>
        <p className={styles.hint}>{t("detail.effects")}</p>
        {waiting.length === 0 ? (
          <p className={styles.hint}>{t("detail.frees_none")}</p>
        ) : (
          <div>
            <p className={styles.hint}>{t("detail.frees")}</p>
            <ul>
              {waiting.map(({ id, docNo, contractNo, amount }) => (
                <li key={id}>
                  <span className="mono">{docNo}</span> {contractNo} {formatMoney(amount)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <SubmitButton>{t("detail.confirm")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
