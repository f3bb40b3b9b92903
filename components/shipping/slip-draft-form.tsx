"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { QuantityFormField } from "@/components/form/figure-fields";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatQuantity } from "@/lib/i18n/format";
import { saveSlipAction } from "@/lib/shipping/actions";
import { saveSlipInput } from "@/lib/shipping/schema";
import type { SlipDetail, SlipRest } from "@/lib/shipping/slip-queries";
import styles from "./notice.module.css";

type Props = {
  slip: Pick<SlipDetail, "id" | "rowVersion" | "exceptionReason" | "remark">;
  rests: readonly SlipRest[];
  needsReason: boolean;
};

/** The preparer's draft: quantities within the notice, and the reason when conditions are broken (R1.2.2-a). */
export function SlipDraftForm({ slip, rests, needsReason }: Props) {
  const t = useTranslations("shipping");
  const action = useActionForm({
    schema: saveSlipInput,
    action: saveSlipAction,
    defaultValues: {
      slipId: slip.id,
      rowVersion: slip.rowVersion,
      quantities: Object.fromEntries(rests.map(({ noticeLineId, asked }) => [noticeLineId, asked])),
      exceptionReason: slip.exceptionReason,
      remark: slip.remark,
    },
    // Not setValue: the form would count as changed.
    onDone: ({ rowVersion }) => action.form.reset({ ...action.form.getValues(), rowVersion }),
  });
  return (
    <SectionCard title={t("sections.draft")} clause="R1.2.2-a">
      <ActionForm {...action} label={t("slip_title")}>
        <div className="form-grid">
          {rests.map(({ noticeLineId, productName, spec, unit, rest }) => (
            <QuantityFormField
              key={noticeLineId}
              name={`quantities.${noticeLineId}`}
              label={`${productName} ${spec}`}
              unit={unit}
              description={`${t("fields.slip_rest")} ${formatQuantity(rest, unit)}`}
            />
          ))}
          <TextAreaField
            name="exceptionReason"
            label={t("fields.exception_reason")}
            description={t("hints.draft_reason")}
            required={needsReason}
            wide
            rows={2}
            maxLength={500}
          />
          <TextAreaField name="remark" label={t("fields.remark")} wide rows={2} maxLength={1000} />
        </div>
        <div className={styles.actions}>
          <SubmitButton variant="default">{t("actions.save_slip")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
