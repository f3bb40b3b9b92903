"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { ROLES } from "@/lib/auth/roles";

/** Name, role, department and how to reach somebody: the same for a new and an existing account. */
export function PersonFields({ departments }: { departments: readonly string[] }) {
  const t = useTranslations("people");
  const tr = useTranslations("roles.role");
  return (
    <>
      <TextField
        name="displayName"
        label={t("fields.display_name")}
        required
        maxLength={40}
        autoComplete="off"
      />
      <SelectField
        name="role"
        label={t("fields.role")}
        required
        description={t("role_note")}
        options={ROLES.map((role) => ({ value: role, label: tr(role) }))}
      />
      <SelectField
        name="department"
        label={t("fields.department")}
        required
        options={departments.map((name) => ({ value: name, label: name }))}
      />
      <TextField name="phone" label={t("fields.phone")} type="tel" maxLength={40} />
      <TextField name="email" label={t("fields.email")} type="email" maxLength={120} />
    </>
  );
}
