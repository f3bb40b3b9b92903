"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { QuantityFormField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { savePreparationAction } from "@/lib/preparation/actions";
import type { PreparationFormData } from "@/lib/preparation/queries";
import { savePreparationInput } from "@/lib/preparation/schema";
import styles from "./preparation.module.css";
import { LineProduct } from "./preparation-lines";

/** A draft of a preparation order: the contract's stock rows with what is to be prepared of each (F08). */
export function PreparationForm({ data }: { data: PreparationFormData }) {
  const t = useTranslations("preparation");
  const router = useRouter();
  const action = useActionForm({
    schema: savePreparationInput,
    action: savePreparationAction,
    defaultValues: data.values,
    successMessage: t("done.saved"),
    onDone: ({ preparationId }) => router.push(`/preparation/${preparationId}` as Route),
  });
  return (
    <ActionForm {...action} label={t("title")}>
      <InlineNotice>{t(data.isMandatory ? "mandatory" : "offered")}</InlineNotice>
      <SectionCard title={t("sections.draft")} clause="R1.1.3-P">
        <PlainTable
          caption={t("sections.draft")}
          head={[
            t("fields.line_no"),
            t("fields.product"),
            t("fields.from_stock"),
            t("fields.unordered"),
            t("fields.available"),
            t("fields.prepare_qty"),
          ]}
          rows={data.lines.map((line) => ({
            id: line.contractLineId,
            cells: [
              line.lineNo,
              <LineProduct key="product" {...line} />,
              <QuantityText key="stock" quantity={line.fromStock} unit={line.unit} />,
              <QuantityText key="open" quantity={line.unordered} />,
              <QuantityText key="free" quantity={line.available} />,
              <div key="asked" className={styles.cell}>
                <QuantityFormField
                  name={`quantities.${line.contractLineId}`}
                  label={t("fields.quantity_of", { line: line.lineNo })}
                  unit={line.unit}
                />
              </div>,
            ],
          }))}
        />
      </SectionCard>
      <SectionCard title={t("sections.head")}>
        <div className="form-grid">
          <DateFormField name="dueOn" label={t("fields.due_on")} required minDate={data.today} />
          <TextField name="packingRequirement" label={t("fields.packing")} maxLength={200} />
          <TextAreaField name="remark" label={t("fields.remark")} wide rows={2} maxLength={1000} />
        </div>
      </SectionCard>
      <StickyActionBar>
        <SubmitButton loading={action.form.formState.isSubmitting}>
          {t("actions.save")}
        </SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}
