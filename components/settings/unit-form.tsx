"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { FigureField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { saveUnitAction } from "@/lib/settings/actions";
import { saveUnitInput } from "@/lib/settings/schema";
import { SaveBar } from "./save-bar";

const LIST = "/admin/units";

type Props = {
  unit: {
    name: string;
    rowVersion: number | null;
    allowFraction: boolean;
    sortNo: string;
    active: boolean;
  };
};

/** A unit of measure; its name stays once documents carry it. */
export function UnitForm({ unit }: Props) {
  const t = useTranslations("settings");
  const router = useRouter();
  const action = useActionForm({
    schema: saveUnitInput,
    action: saveUnitAction,
    defaultValues: unit,
    onDone: () => router.push(LIST as "/"),
  });
  const isNew = unit.rowVersion === null;
  return (
    <ActionForm {...action}>
      <div className="form-grid">
        <TextField
          name="name"
          label={t("units.name")}
          required
          maxLength={8}
          readOnly={!isNew}
          {...(isNew ? {} : { description: t("units.name_fixed") })}
        />
        <FigureField name="sortNo" label={t("units.sort_no")} required />
        <CheckboxField
          name="allowFraction"
          label={t("units.fraction")}
          description={t("units.fraction_hint")}
        />
        <CheckboxField name="active" label={t("active_label")} description={t("active_hint")} />
      </div>
      <SaveBar list={LIST} />
    </ActionForm>
  );
}
