"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { DUTIES, type Duty } from "@/lib/auth/roles";
import { assignDutyAction } from "@/lib/people/actions";
import { canHoldDuty } from "@/lib/people/duty-policy";
import type { PersonChoice } from "@/lib/people/queries";
import { assignDutyInput } from "@/lib/people/schema";

type Props = { people: readonly PersonChoice[]; today: string };

/** Names a designated person; offers only whose role can hold the duty. */
export function AssignDutyForm({ people, today }: Props) {
  const t = useTranslations("people.duties");
  const tr = useTranslations("roles");
  const [duty, setDuty] = useState<Duty | null>(null);
  const action = useActionForm({
    schema: assignDutyInput,
    action: assignDutyAction,
    defaultValues: { fromOn: today, toOn: null },
    onDone: () => {
      action.form.reset({ fromOn: today, toOn: null });
      setDuty(null);
    },
  });
  const suitable = people.filter(({ role }) => (duty ? canHoldDuty(role, duty) : false));
  return (
    <ActionForm {...action} label={t("assign_title")} guard={false}>
      <div className="form-grid">
        <SelectField
          name="duty"
          label={t("duty")}
          required
          options={DUTIES.map((value) => ({ value, label: tr(`duty.${value}`) }))}
          onPicked={(value) => setDuty(DUTIES.find((known) => known === value) ?? null)}
        />
        <SelectField
          name="personId"
          label={t("person")}
          required
          disabled={duty === null}
          options={suitable.map(({ id, displayName, role }) => ({
            value: id,
            label: `${displayName} · ${tr(`role.${role}`)}`,
          }))}
        />
        <DateFormField name="fromOn" label={t("from")} required minDate={today} />
        <DateFormField name="toOn" label={t("to")} description={t("to_hint")} minDate={today} />
      </div>
      <div>
        <SubmitButton>{t("assign")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
