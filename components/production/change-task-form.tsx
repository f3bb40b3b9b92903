"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { PhoneMark } from "@/components/form/phone-mark";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeTaskAction } from "@/lib/production/actions";
import { TASK_PRIORITIES } from "@/lib/production/labels";
import { changeTaskInput } from "@/lib/production/schema";
import type { TaskDetail } from "@/lib/production/task-queries";
import { useAskedCells } from "./asked-cells";
import { TaskProduct } from "./line-words";
import styles from "./production.module.css";

/** The chief changes what an issued notice asks for; production must acknowledge it (F06 变更). */
export function ChangeTaskForm({ task }: { task: TaskDetail }) {
  const t = useTranslations("production");
  const asked = useAskedCells();
  const lines = task.lines.filter(({ status }) => status === "OPEN" || status === "PARTIAL");
  const action = useActionForm({
    schema: changeTaskInput,
    action: changeTaskAction,
    signs: "production:sign",
    defaultValues: {
      taskId: task.id,
      rowVersion: task.rowVersion,
      priority: task.priority,
      lines: lines.map(({ id, requiredOn, technicalRequirement, packingRequirement }) => ({
        id,
        requiredOn,
        technicalRequirement,
        packingRequirement,
      })),
      reason: "",
    },
  });
  return (
    <SectionCard title={t("sections.change")}>
      <ActionForm {...action} label={t("sections.change")}>
        <PlainTable
          caption={t("sections.change")}
          head={[t("columns.product"), ...asked.heads]}
          rows={lines.map((line, index) => ({
            id: line.id,
            cells: [<TaskProduct key="product" {...line} />, ...asked.cells(index, line)],
          }))}
        />
        <div className="form-grid">
          <SelectField
            name="priority"
            label={t("fields.priority")}
            required
            options={TASK_PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
          <TextField name="reason" label={t("fields.change_reason")} required maxLength={200} />
        </div>
        <PhoneMark {...action.phone} />
        <div className={styles.actions}>
          <SubmitButton>{t("actions.change")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
