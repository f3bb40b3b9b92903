"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { saveCourierAction } from "@/lib/settings/actions";
import { type SaveCourierInput, saveCourierInput } from "@/lib/settings/schema";
import { SaveBar } from "./save-bar";

const LIST = "/admin/couriers";

/** A courier or freight line. */
export function CourierForm({ courier }: { courier: SaveCourierInput }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const action = useActionForm({
    schema: saveCourierInput,
    action: saveCourierAction,
    defaultValues: courier,
    onDone: () => router.push(LIST as "/"),
  });
  return (
    <ActionForm {...action}>
      <div className="form-grid">
        <TextField
          name="code"
          label={t("couriers.code")}
          description={t("couriers.code_hint")}
          required
          maxLength={12}
          mono
        />
        <TextField name="name" label={t("couriers.name")} required maxLength={40} />
        <TextField
          name="waybillPattern"
          label={t("couriers.pattern")}
          description={t("couriers.pattern_hint")}
          maxLength={200}
          mono
          wide
        />
        <TextField name="hotline" label={t("couriers.hotline")} type="tel" maxLength={40} />
        <TextField name="monthlyAccountNo" label={t("couriers.monthly_no")} maxLength={40} mono />
        <CheckboxField
          name="isOrdinaryExpress"
          label={t("couriers.ordinary")}
          description={t("couriers.ordinary_hint")}
        />
        <CheckboxField name="active" label={t("active_label")} description={t("active_hint")} />
      </div>
      <SaveBar list={LIST} />
    </ActionForm>
  );
}
