"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { DefaultValues } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { saveClauseTemplateAction } from "@/lib/settings/actions";
import { CLAUSE_KEYS } from "@/lib/settings/clause-keys";
import { type SaveClauseTemplateInput, saveClauseTemplateInput } from "@/lib/settings/schema";
import { SaveBar } from "./save-bar";

const LIST = "/admin/clauses";

/** A starting text for one clause of the formal contract. */
export function ClauseForm({ clause }: { clause: DefaultValues<SaveClauseTemplateInput> }) {
  const t = useTranslations("settings.clauses");
  const ts = useTranslations("settings");
  const router = useRouter();
  const action = useActionForm({
    schema: saveClauseTemplateInput,
    action: saveClauseTemplateAction,
    defaultValues: clause,
    onDone: () => router.push(LIST as "/"),
  });
  return (
    <ActionForm {...action}>
      <div className="form-grid">
        <SelectField
          name="clauseKey"
          label={t("key")}
          required
          options={CLAUSE_KEYS.map((key) => ({ value: key, label: t(`keys.${key}`) }))}
        />
        <TextField name="title" label={t("title_field")} required maxLength={60} />
        <TextAreaField name="text" label={t("text")} required wide rows={5} maxLength={2000} />
        <CheckboxField name="isDefault" label={t("is_default")} />
        <CheckboxField name="active" label={ts("active_label")} description={ts("active_hint")} />
      </div>
      <SaveBar list={LIST} />
    </ActionForm>
  );
}
