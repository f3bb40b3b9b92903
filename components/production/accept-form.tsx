"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { acceptTaskAction } from "@/lib/production/actions";
import { acceptTaskInput } from "@/lib/production/schema";
import { TaskProduct } from "./line-words";
import styles from "./production.module.css";

type Line = {
  id: string;
  productName: string;
  spec: string;
  quantity: string;
  unit: string;
  requiredOn: string;
};

type Props = {
  task: { id: string; docNo: string | null; rowVersion: number };
  lines: readonly Line[];
  today: string;
  onDone?: () => void;
};

/** Production signs for a notice: a promised date for every line; later than asked needs the reason (F06). */
export function AcceptForm({ task, lines, today, onDone }: Props) {
  const t = useTranslations("production");
  const action = useActionForm({
    schema: acceptTaskInput,
    action: acceptTaskAction,
    defaultValues: {
      taskId: task.id,
      rowVersion: task.rowVersion,
      promises: Object.fromEntries(
        lines.map(({ id, requiredOn }) => [id, [requiredOn, today].sort().at(-1) ?? today]),
      ),
      reason: "",
    },
    successMessage: t("done.accepted"),
    ...(onDone ? { onDone } : {}),
  });
  const promises = action.form.watch("promises");
  const isLater = lines.some(({ id, requiredOn }) => (promises[id] ?? "") > requiredOn);
  return (
    <ActionForm {...action} label={t("accept.title", { number: task.docNo ?? "" })} guard={false}>
      <PlainTable
        caption={t("accept.title", { number: task.docNo ?? "" })}
        head={[
          t("columns.product"),
          t("columns.quantity"),
          t("columns.required_on"),
          t("columns.promised_on"),
        ]}
        rows={lines.map((line) => ({
          id: line.id,
          cells: [
            <TaskProduct key="product" {...line} drawingNo="" />,
            <QuantityText key="quantity" quantity={line.quantity} unit={line.unit} />,
            <DateText key="required" date={line.requiredOn} near />,
            <div key="promise" className={styles.date}>
              <DateFormField
                name={`promises.${line.id}`}
                label={`${t("columns.promised_on")} ${line.productName}`}
                required
                minDate={today}
              />
            </div>,
          ],
        }))}
      />
      {isLater ? (
        <TextField name="reason" label={t("fields.promise_reason")} required maxLength={200} />
      ) : null}
      <div className={styles.actions}>
        <SubmitButton>{t("actions.accept")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
