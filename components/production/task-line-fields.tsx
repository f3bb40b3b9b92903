"use client";
import { useTranslations } from "next-intl";
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
import { useAskedCells } from "./asked-cells";
import { TaskProduct } from "./line-words";
import styles from "./production.module.css";

type Props = { lines: TaskFormData["lines"]; form: ActionForm<SaveTaskValues>["form"] };

/** How much of each row production is asked for, and by when; more than the rest asks for its reason. */
export function TaskLineFields({ lines, form }: Props) {
  const t = useTranslations("production");
  const asked = useAskedCells();
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
          ...asked.heads,
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
                  label={`${t("fields.extra_reason")} ${line.productName}`}
                  required
                  maxLength={200}
                />
              ) : null}
            </div>,
            ...asked.cells(index, line),
          ],
        }))}
      />
    </SectionCard>
  );
}
