"use client";
import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { QuantityFormField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { Quantity } from "@/lib/core/quantity";
import { finishPreparationAction } from "@/lib/preparation/actions";
import type { PreparationDetail, PreparationLineView } from "@/lib/preparation/queries";
import { finishPreparationInput } from "@/lib/preparation/schema";
import styles from "./preparation.module.css";
import { LineProduct } from "./preparation-lines";

type Props = { order: Pick<PreparationDetail, "id" | "rowVersion" | "lines"> };

/** The keeper's panel: what is ready, in which bin, and why anything is missing (F08). */
export function FinishForm({ order: { id, rowVersion, lines } }: Props) {
  const t = useTranslations("preparation");
  const action = useActionForm({
    schema: finishPreparationInput,
    action: finishPreparationAction,
    defaultValues: {
      preparationId: id,
      rowVersion,
      prepared: Object.fromEntries(lines.map((line) => [line.id, askedOf(line)])),
      bins: Object.fromEntries(lines.map((line) => [line.id, line.binCode])),
      shortageNote: "",
    },
    successMessage: t("done.finished"),
  });
  const typed = action.form.watch("prepared");
  const isShort = lines.some((line) => (typed[line.id] ?? "") !== askedOf(line));
  return (
    <SectionCard title={t("sections.prepare")} clause="R1.1.3-P">
      <ActionForm {...action} label={t("sections.prepare")} guard={false}>
        <PlainTable
          caption={t("sections.prepare")}
          head={[
            t("fields.line_no"),
            t("fields.product"),
            t("fields.prepare_qty"),
            t("fields.prepared_qty"),
            t("fields.bin"),
          ]}
          rows={lines.map((line) => ({
            id: line.id,
            cells: [
              line.lineNo,
              <LineProduct key="product" {...line} />,
              <QuantityText key="asked" quantity={askedOf(line)} unit={line.unit} bold />,
              <div key="ready" className={styles.cell}>
                <QuantityFormField
                  name={`prepared.${line.id}`}
                  label={t("fields.prepared_of", { line: line.lineNo })}
                  unit={line.unit}
                />
              </div>,
              <div key="bin" className={styles.cell}>
                <TextField
                  name={`bins.${line.id}`}
                  label={t("fields.bin_of", { line: line.lineNo })}
                  maxLength={60}
                />
              </div>,
            ],
          }))}
        />
        <p className={styles.hint}>{t("short_hint")}</p>
        <p className={styles.hint}>{t("bin_hint")}</p>
        {isShort ? (
          <TextAreaField
            name="shortageNote"
            label={t("fields.shortage_note")}
            required
            rows={2}
            maxLength={500}
          />
        ) : null}
        <div className={styles.actions}>
          {isShort ? (
            <Button
              variant="default"
              onClick={() => {
                for (const line of lines)
                  action.form.setValue(`prepared.${line.id}`, askedOf(line), { shouldDirty: true });
              }}
            >
              {t("fill_all")}
            </Button>
          ) : null}
          <SubmitButton loading={action.form.formState.isSubmitting}>
            {t("actions.finish")}
          </SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}

/** What is asked for, without what the chief released meanwhile. */
function askedOf({ prepareQty, releasedQty }: PreparationLineView): string {
  return Quantity.of(prepareQty).minus(Quantity.of(releasedQty)).toString();
}
