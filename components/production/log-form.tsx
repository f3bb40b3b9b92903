"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { QuantityFormField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { logTaskAction } from "@/lib/production/actions";
import { logTaskInput } from "@/lib/production/schema";
import { nextStage, TASK_STAGES, type TaskStage } from "@/lib/production/stages";
import styles from "./production.module.css";

type LoggedLine = {
  id: string;
  rowVersion: number;
  /** Before production has accepted the notice only a contact can be noted. */
  isAccepted: boolean;
  stage: TaskStage;
  finishedQty: string;
  quantity: string;
  unit: string;
  contractDueOn: string | null;
};

type Props = { line: LoggedLine; toNextStage?: boolean; onDone?: () => void };

/** One entry of the register: stage, done quantity, contact, situation, new expected date (R1.1.3-T2). */
export function LogForm({ line, toNextStage = false, onDone }: Props) {
  const t = useTranslations("production");
  const action = useActionForm({
    schema: logTaskInput,
    action: logTaskAction,
    defaultValues: {
      taskLineId: line.id,
      rowVersion: line.rowVersion,
      stage: (toNextStage ? nextStage(line.stage) : null) ?? line.stage,
      doneQty: line.finishedQty,
      contactPerson: "",
      content: "",
      newExpectedOn: null,
      delayReason: "",
    },
    successMessage: t("done.logged"),
    ...(onDone ? { onDone } : {}),
  });
  const expectedOn = action.form.watch("newExpectedOn");
  const isLate =
    typeof expectedOn === "string" &&
    line.contractDueOn !== null &&
    expectedOn > line.contractDueOn;
  return (
    <ActionForm {...action} label={t("log.title")} guard={false}>
      {line.isAccepted ? null : <InlineNotice tone="warn">{t("hints.not_accepted")}</InlineNotice>}
      <div className="form-grid">
        {line.isAccepted ? <ProgressFields line={line} /> : null}
        <TextField name="contactPerson" label={t("fields.contact_person")} maxLength={40} />
        {isLate ? (
          <TextField
            name="delayReason"
            label={t("fields.delay_reason")}
            required
            wide
            maxLength={300}
          />
        ) : null}
        <TextAreaField
          name="content"
          label={t("fields.content")}
          required={!line.isAccepted}
          wide
          rows={2}
          maxLength={500}
        />
      </div>
      <div className={styles.actions}>
        <SubmitButton>{t("actions.save_log")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What moves: stage, done quantity, expected date. */
function ProgressFields({ line }: { line: LoggedLine }) {
  const t = useTranslations("production");
  return (
    <>
      <SelectField
        name="stage"
        label={t("fields.stage")}
        required
        options={TASK_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
      />
      <QuantityFormField
        name="doneQty"
        label={t("fields.done_qty")}
        unit={line.unit}
        description={t("fields.of_quantity", { quantity: line.quantity, unit: line.unit })}
      />
      <DateFormField name="newExpectedOn" label={t("fields.new_expected_on")} />
    </>
  );
}
