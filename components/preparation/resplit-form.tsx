"use client";
import { Button, Collapse } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { QuantityFormField } from "@/components/form/figure-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { resplitInput } from "@/lib/contracts/resplit-policy";
import { resplitContractAction } from "@/lib/preparation/actions";
import type { ResplitView } from "@/lib/preparation/resplit-query";
import styles from "./preparation.module.css";
import { LineProduct } from "./preparation-lines";

/** Moves quantities between stock and production after approval; asked for when goods are missing (rules 5.1). */
export function ResplitForm({ view }: { view: ResplitView }) {
  const t = useTranslations("preparation.resplit");
  const [isOpen, setIsOpen] = useState(view.isNeeded);
  const action = useActionForm({
    schema: resplitInput,
    action: resplitContractAction,
    defaultValues: {
      contractId: view.contractId,
      rowVersion: view.rowVersion,
      splits: Object.fromEntries(
        view.lines.map(({ id, fromStock, toProduce }) => [id, { fromStock, toProduce }]),
      ),
    },
    successMessage: t("done"),
  });
  return (
    <SectionCard
      title={t("title")}
      clause="R1.1.3-P"
      aside={
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? "close" : "open")}
        </Button>
      }
    >
      <p className={styles.hint}>{t(hintOf(view))}</p>
      <Collapse expanded={isOpen}>
        <ActionForm {...action} label={t("title")} guard={false}>
          <PlainTable
            caption={t("title")}
            head={[
              t("line_no"),
              t("product"),
              t("quantity"),
              t("bound"),
              t("free"),
              t("from_stock"),
              t("to_produce"),
            ]}
            rows={view.lines.map((line) => ({
              id: line.id,
              cells: [
                line.lineNo,
                <LineProduct key="product" {...line} />,
                <div key="quantity">
                  <QuantityText quantity={line.quantity} unit={line.unit} />
                  {line.missing === "0" ? null : (
                    <div className={styles.missing}>{t("missing", { quantity: line.missing })}</div>
                  )}
                </div>,
                t("floors", { stock: line.floorStock, produce: line.floorProduce }),
                <QuantityText key="free" quantity={line.free} />,
                <div key="stock" className={styles.cell}>
                  <QuantityFormField
                    name={`splits.${line.id}.fromStock`}
                    label={t("from_stock_of", { line: line.lineNo })}
                    unit={line.unit}
                    readOnly={line.isNew}
                  />
                </div>,
                <div key="produce" className={styles.cell}>
                  <QuantityFormField
                    name={`splits.${line.id}.toProduce`}
                    label={t("to_produce_of", { line: line.lineNo })}
                    unit={line.unit}
                    readOnly={line.isNew}
                  />
                </div>,
              ],
            }))}
          />
          <div className={styles.actions}>
            <SubmitButton loading={action.form.formState.isSubmitting}>{t("save")}</SubmitButton>
          </div>
        </ActionForm>
      </Collapse>
    </SectionCard>
  );
}

/** What is there to do: confirm what was moved, or see for oneself; nothing is missing otherwise. */
function hintOf({ isNeeded, lines }: ResplitView): "moved" | "needed" | "hint" {
  if (lines.some(({ missing }) => missing !== "0")) return "moved";
  return isNeeded ? "needed" : "hint";
}
