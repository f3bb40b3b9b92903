"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { QuantityFormField } from "@/components/form/figure-fields";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { inspectGoodsAction } from "@/lib/production/actions";
import { INSPECTION_RESULTS } from "@/lib/production/labels";
import type { ReceiptDetail } from "@/lib/production/receipt-queries";
import { inspectGoodsInput } from "@/lib/production/schema";
import styles from "./production.module.css";

/** Quality lets through what is good and rejects the rest (RD2-02). */
export function InspectForm({
  receipt,
}: {
  receipt: Pick<ReceiptDetail, "id" | "rowVersion" | "line">;
}) {
  const t = useTranslations("production");
  const { line } = receipt;
  const action = useActionForm({
    schema: inspectGoodsInput,
    action: inspectGoodsAction,
    defaultValues: {
      slipId: receipt.id,
      rowVersion: receipt.rowVersion,
      rejectedQty: "0",
      result: "QUALIFIED",
      inspectionNo: line.inspectionNo,
      note: "",
    },
  });
  return (
    <ActionForm {...action} label={t("sections.inspect")} guard={false}>
      <div className="form-grid">
        <RadioField
          name="result"
          label={t("fields.result")}
          required
          options={INSPECTION_RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
        />
        <QuantityFormField
          name="rejectedQty"
          label={t("fields.rejected_qty")}
          unit={line.unit}
          description={t("fields.of_delivered", { quantity: line.deliveredQty, unit: line.unit })}
        />
        <TextField name="inspectionNo" label={t("fields.inspection_no")} required maxLength={40} />
        <TextField name="note" label={t("fields.inspection_note")} maxLength={200} />
      </div>
      <div className={styles.actions}>
        <SubmitButton>{t("actions.inspect")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
