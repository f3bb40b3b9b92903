"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { MoneyFormField } from "@/components/form/figure-fields";
import { MultiSelectField } from "@/components/form/multi-select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { DELEGATED_STEPS, type DelegatedStep } from "@/lib/auth/roles";
import { kindsOfStep } from "@/lib/auth/signed-documents";
import { issueDelegationAction } from "@/lib/people/actions";
import { PRINCIPAL_ROLE } from "@/lib/people/delegation-policy";
import type { PersonChoice } from "@/lib/people/queries";
import { issueDelegationInput } from "@/lib/people/schema";

type Props = {
  principals: readonly PersonChoice[];
  delegates: readonly PersonChoice[];
  today: string;
};

/** Issues a delegation; the steps offered are those of the principal's role. */
export function DelegationForm({ principals, delegates, today }: Props) {
  const t = useTranslations("people.delegations");
  const tr = useTranslations("roles.role");
  const [principalId, setPrincipalId] = useState<string | null>(null);
  const [step, setStep] = useState<DelegatedStep | null>(null);
  const td = useTranslations("people.documents");
  const defaultValues = {
    fromOn: today,
    toOn: null,
    reason: "",
    documentKinds: [],
    amountLimit: null,
  };
  const action = useActionForm({
    schema: issueDelegationInput,
    action: issueDelegationAction,
    defaultValues,
    onDone: () => {
      action.form.reset(defaultValues);
      setPrincipalId(null);
      setStep(null);
    },
  });
  const principal = principals.find(({ id }) => id === principalId);
  const steps = DELEGATED_STEPS.filter((step) => PRINCIPAL_ROLE[step] === principal?.role);
  const named = ({ id, displayName, role }: PersonChoice) => ({
    value: id,
    label: `${displayName} · ${tr(role)}`,
  });
  return (
    <ActionForm {...action} label={t("issue_title")} guard={false}>
      <div className="form-grid">
        <SelectField
          name="principalId"
          label={t("principal")}
          required
          options={principals.map(named)}
          onPicked={setPrincipalId}
        />
        <SelectField
          name="step"
          label={t("step")}
          required
          disabled={!principal}
          options={steps.map((value) => ({ value, label: t(`steps.${value}`) }))}
          onPicked={(picked) => {
            setStep(picked as DelegatedStep | null);
            action.form.setValue("documentKinds", []);
          }}
        />
        <SelectField
          name="delegateId"
          label={t("delegate")}
          required
          options={delegates.filter(({ id }) => id !== principalId).map(named)}
        />
        <DateFormField name="fromOn" label={t("from")} required minDate={today} />
        <DateFormField name="toOn" label={t("to")} required minDate={today} />
        <MultiSelectField
          name="documentKinds"
          label={t("kinds")}
          placeholder={t("all_kinds")}
          options={(step ? kindsOfStep(step) : []).map((kind) => {
            const key = kind as "contract";
            return { value: kind, label: td.has(key) ? td(key) : kind };
          })}
        />
        <MoneyFormField name="amountLimit" label={t("limit")} placeholder={t("no_limit")} />
        <TextField name="reason" label={t("reason")} required maxLength={200} />
      </div>
      <div>
        <SubmitButton>{t("issue")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
