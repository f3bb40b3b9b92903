"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { QuantityFormField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { issueSlipAction } from "@/lib/shipping/actions";
import { issueSlipInput } from "@/lib/shipping/schema";
import type { SlipDetail, SlipLineView } from "@/lib/shipping/slip-queries";
import styles from "./notice.module.css";
import { SlipProduct } from "./notice-lines";

type Props = { slip: Pick<SlipDetail, "id" | "rowVersion">; lines: readonly SlipLineView[] };

/** The keeper's panel: what to take from which bin, and what was really issued (R1.2.2-c). */
export function SlipIssuePanel({ slip, lines }: Props) {
  const t = useTranslations("shipping");
  const [isReturned, setIsReturned] = useState(false);
  const action = useActionForm({
    schema: issueSlipInput,
    action: issueSlipAction,
    defaultValues: {
      slipId: slip.id,
      rowVersion: slip.rowVersion,
      quantities: Object.fromEntries(lines.map(({ id, requestedQty }) => [id, requestedQty])),
      shortReason: "",
    },
    onDone: ({ outcome }) => setIsReturned(outcome === "RETURNED_TO_DIRECTOR"),
    successMessage: null,
  });
  const typed = action.form.watch("quantities");
  const isShort = lines.some(({ id, requestedQty }) => (typed[id] ?? "") !== requestedQty);
  return (
    <SectionCard title={t("sections.issue")} clause="R1.2.2-c">
      <ActionForm {...action} label={t("sections.issue")} guard={false}>
        {isReturned ? <InlineNotice tone="warn">{t("hints.back_to_director")}</InlineNotice> : null}
        <PlainTable
          caption={t("sections.issue")}
          head={[
            t("fields.line_no"),
            t("fields.product"),
            t("fields.bin"),
            t("fields.requested"),
            t("fields.issued"),
          ]}
          rows={lines.map((line) => ({
            id: line.id,
            cells: [
              line.lineNo,
              <SlipProduct key="product" {...line} />,
              <strong key="bin">{[line.binCode, line.batchNo].filter(Boolean).join(" ")}</strong>,
              <QuantityText key="asked" quantity={line.requestedQty} unit={line.unit} />,
              <div key="issued" className={styles.quantity}>
                <QuantityFormField
                  name={`quantities.${line.id}`}
                  label={`${t("fields.issued")} ${line.productName}`}
                  unit={line.unit}
                />
              </div>,
            ],
          }))}
        />
        <p className={styles.why}>{t("hints.issue_short")}</p>
        {isShort ? (
          <TextField name="shortReason" label={t("fields.short_reason")} required maxLength={200} />
        ) : null}
        <ul className={styles.violations}>
          <li>{t("effects.post_stock")}</li>
          <li>{t("effects.post_debt")}</li>
          <li>{t("effects.post_pack")}</li>
        </ul>
        <div className={styles.actions}>
          <SubmitButton>{t("actions.post")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
