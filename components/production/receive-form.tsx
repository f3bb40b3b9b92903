"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { QuantityFormField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { receiveGoodsAction } from "@/lib/production/actions";
import type { ReceiptDetail } from "@/lib/production/receipt-queries";
import { receiveGoodsInput } from "@/lib/production/schema";
import styles from "./production.module.css";

type Props = { receipt: Pick<ReceiptDetail, "id" | "rowVersion" | "line" | "bins"> };

/** The keeper counts, chooses the bin and posts: the contract's line can be shipped (R1.1.3-B3). */
export function ReceiveForm({ receipt }: Props) {
  const t = useTranslations("production");
  const { line, bins } = receipt;
  const action = useActionForm({
    schema: receiveGoodsInput,
    action: receiveGoodsAction,
    defaultValues: {
      slipId: receipt.id,
      rowVersion: receipt.rowVersion,
      receivedQty: line.acceptedQty,
      batchNo: line.batchNo,
      binCode: line.binCode,
      remark: "",
    },
    successMessage: t("done.received"),
  });
  return (
    <ActionForm {...action} label={t("sections.receive")} guard={false}>
      <div className="form-grid">
        <QuantityFormField
          name="receivedQty"
          label={t("fields.received_qty")}
          unit={line.unit}
          required
          description={t("fields.of_accepted", { quantity: line.acceptedQty, unit: line.unit })}
        />
        <TextField
          name="binCode"
          label={t("fields.bin")}
          required
          maxLength={20}
          description={bins.slice(0, 8).join("、")}
        />
        <TextField name="batchNo" label={t("fields.batch_no")} maxLength={40} />
        <TextField name="remark" label={t("fields.receive_remark")} maxLength={200} />
      </div>
      <ul className={styles.quiet}>
        <li>{t("effects.receive_stock")}</li>
        <li>{t("effects.receive_reserve")}</li>
      </ul>
      <div className={styles.actions}>
        <SubmitButton>{t("actions.receive")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
