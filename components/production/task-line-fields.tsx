"use client";
import { useTranslations } from "next-intl";
import { DateFormField } from "@/components/form/date-form-field";
import { QuantityFormField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import type { ActionForm } from "@/components/form/use-action-form";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { Quantity } from "@/lib/core/quantity";
import type { SaveTaskValues } from "@/lib/production/schema";
import type { TaskFormData } from "@/lib/production/task-form-query";
import { TaskProduct } from "./line-words";
import styles from "./production.module.css";

type Props = { lines: TaskFormData["lines"]; form: ActionForm<SaveTaskValues>["form"] };

/** How much of each row production is asked for, and by when; more than the rest asks for its reason. */
export function TaskLineFields({ lines, form }: Props) {
  const t = useTranslations("production");
  const typed = form.watch("lines");
  const isOver = (index: number, rest: string) => {
    const quantity = Quantity.parse(typed[index]?.quantity ?? "");
    return quantity?.isGreaterThan(Quantity.of(rest)) ?? false;
  };
  return (
    <SectionCard title={t("sections.lines")} clause="R1.1.3-B1">
      <PlainTable
        caption={t("sections.lines")}
        head={[
          t("columns.product"),
          t("columns.contract_due_on"),
          t("fields.rest"),
          t("columns.quantity"),
          t("columns.required_on"),
          t("fields.technical"),
          t("fields.packing"),
        ]}
        rows={lines.map((line, index) => ({
          id: line.id,
          cells: [
            <TaskProduct key="product" {...line} />,
            <DateText key="due" date={line.dueOn} near />,
            <QuantityText key="rest" quantity={line.rest} unit={line.unit} />,
            <div key="quantity" className={styles.product}>
              <div className={styles.narrow}>
                <QuantityFormField
                  name={`lines.${index}.quantity`}
                  label={`${t("columns.quantity")} ${line.productName}`}
                  unit={line.unit}
                />
              </div>
              {isOver(index, line.rest) ? (
                <TextField
                  name={`lines.${index}.extraReason`}
                  label={t("fields.extra_reason")}
                  required
                  maxLength={200}
                />
              ) : null}
            </div>,
            <div key="required" className={styles.date}>
              <DateFormField
                name={`lines.${index}.requiredOn`}
                label={`${t("columns.required_on")} ${line.productName}`}
                required
              />
            </div>,
            <div key="technical" className={styles.text}>
              <TextField
                name={`lines.${index}.technicalRequirement`}
                label={`${t("fields.technical")} ${line.productName}`}
                maxLength={500}
              />
            </div>,
            <div key="packing" className={styles.text}>
              <TextField
                name={`lines.${index}.packingRequirement`}
                label={`${t("fields.packing")} ${line.productName}`}
                maxLength={200}
              />
            </div>,
          ],
        }))}
      />
    </SectionCard>
  );
}
