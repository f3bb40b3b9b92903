"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMoney } from "@/lib/i18n/format";
import { saveTaskAction } from "@/lib/production/actions";
import { TASK_PRIORITIES } from "@/lib/production/labels";
import { saveTaskInput } from "@/lib/production/schema";
import type { TaskFormData } from "@/lib/production/task-form-query";
import { PreparationFields } from "./preparation-fields";
import { TaskLineFields } from "./task-line-fields";

/** A draft of a task notice from the contract's rows to produce, with the preparation order beside it (R1.1.3-B1, P). */
export function TaskForm({ data }: { data: TaskFormData }) {
  const t = useTranslations("production");
  const router = useRouter();
  const action = useActionForm({
    schema: saveTaskInput,
    action: saveTaskAction,
    defaultValues: data.values,
    onDone: ({ taskId }) => router.push(`/production/notices/${taskId}` as Route),
  });
  return (
    <ActionForm {...action} label={t("notice_title")}>
      {data.contract.missingDeposit === null ? null : (
        <InlineNotice tone="warn">
          {t("hints.deposit", { amount: formatMoney(data.contract.missingDeposit) })}
        </InlineNotice>
      )}
      <PriorCommunication />
      <TaskLineFields lines={data.lines} form={action.form} />
      <PreparationFields data={data} />
      <HowAndWhere data={data} />
      <StickyActionBar>
        <SubmitButton>{t("actions.save_draft")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}

function PriorCommunication() {
  const t = useTranslations("production");
  return (
    <SectionCard title={t("sections.prior")} clause="R1.1.3-B1">
      <div className="form-grid">
        <TextField name="priorPerson" label={t("fields.prior_person")} required maxLength={40} />
        <DateFormField name="priorOn" label={t("fields.prior_on")} required />
        <DateFormField name="priorPromisedOn" label={t("fields.prior_promised_on")} required />
        <TextAreaField
          name="priorNote"
          label={t("fields.prior_note")}
          wide
          rows={1}
          maxLength={300}
        />
      </div>
    </SectionCard>
  );
}

function HowAndWhere({ data }: { data: TaskFormData }) {
  const t = useTranslations("production");
  return (
    <SectionCard title={t("sections.head")}>
      <div className="stack">
        <DescriptionList
          items={[
            {
              label: t("columns.contract_no"),
              value: <span className="mono">{data.contract.contractNo}</span>,
            },
            {
              label: t("fields.contract_class"),
              value: t("fields.class_value", { value: data.contract.contractClass }),
            },
            ...(data.contract.reviewNos === ""
              ? []
              : [{ label: t("fields.review_nos"), value: data.contract.reviewNos }]),
          ]}
        />
        <div className="form-grid">
          <SelectField
            name="toDepartment"
            label={t("fields.department")}
            required
            options={data.departments.map((value) => ({ value, label: value }))}
          />
          <SelectField
            name="priority"
            label={t("fields.priority")}
            required
            options={TASK_PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
          <TextAreaField name="remark" label={t("fields.remark")} wide rows={2} maxLength={1000} />
        </div>
      </div>
    </SectionCard>
  );
}
