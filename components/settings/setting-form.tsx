"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { FigureField, MoneyFormField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeSettingAction } from "@/lib/settings/actions";
import { changeSettingInput } from "@/lib/settings/schema";
import type { SettingField } from "@/lib/settings/setting-fields";
import { type SettingKey, settingSpec } from "@/lib/settings/setting-specs";

type Props = {
  settingKey: SettingKey;
  fields: Record<string, string>;
  seenVersionId: string | null;
  today: string;
};

/** A new value of a setting, from when on, and why. */
export function SettingForm({ settingKey, fields, seenVersionId, today }: Props) {
  const t = useTranslations("settings");
  const action = useActionForm({
    schema: changeSettingInput,
    action: changeSettingAction,
    defaultValues: { key: settingKey, fields, effectiveFrom: today, reason: "", seenVersionId },
  });
  return (
    <ActionForm {...action}>
      <p>{t(`keys.${settingKey}.help`)}</p>
      <div className="form-grid">
        {settingSpec(settingKey).fields.map((field) => (
          <SettingInput key={field.name} field={field} />
        ))}
        <DateFormField
          name="effectiveFrom"
          label={t("effective_from")}
          description={t("effective_from_hint")}
          required
          minDate={today}
        />
        <TextField name="reason" label={t("reason")} required maxLength={200} />
      </div>
      <div>
        <SubmitButton>{t("change")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function SettingInput({ field: { name, kind, unit, choices = [] } }: { field: SettingField }) {
  const t = useTranslations("settings");
  const props = {
    name: `fields.${name}`,
    label: t(`fields.${name}` as "fields.amount"),
    required: true,
  };
  if (kind === "money") return <MoneyFormField {...props} />;
  if (kind === "lines") return <TextAreaField {...props} rows={7} />;
  if (kind === "choice") {
    const options = choices.map((value) => ({
      value,
      label: t(`choices.${value}` as "choices.yes"),
    }));
    return <SelectField {...props} options={options} />;
  }
  return <FigureField {...props} {...(unit ? { unit: t(`units_of.${unit}`) } : {})} />;
}
