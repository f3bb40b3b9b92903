"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { setCalendarDaysAction } from "@/lib/settings/actions";
import { CALENDAR_KINDS, setCalendarDaysInput } from "@/lib/settings/schema";

/** Names some days as holidays or as worked, or lets them follow the week again. */
export function CalendarForm({ from }: { from: string }) {
  const t = useTranslations("settings.calendar");
  const defaultValues = { fromOn: from, toOn: from, kind: "REST" as const, name: "" };
  const action = useActionForm({
    schema: setCalendarDaysInput,
    action: setCalendarDaysAction,
    defaultValues,
    onDone: () => action.form.reset(defaultValues),
  });
  return (
    <ActionForm {...action} label={t("change")} guard={false}>
      <div className="form-grid">
        <DateFormField name="fromOn" label={t("from")} required />
        <DateFormField name="toOn" label={t("to")} required />
        <RadioField
          name="kind"
          label={t("kind")}
          required
          options={CALENDAR_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <TextField name="name" label={t("name")} description={t("name_hint")} maxLength={40} />
      </div>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
